def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains('PAGES-015')
assert log.contains('cloud-functions/users.py')
assert log.contains('cloud-functions/users/index.py')
assert log.contains('cloud-functions/items/[id].py')
assert log.contains('cloud-functions/items/[name].py')
def end = log.substring(log.indexOf('BUILD FAILURE'))
assert !end.contains('\tat ') && !end.contains('Exception:')
assert !new File(basedir, 'target').listFiles().any { it.name.endsWith('.zip') || it.name.contains('.tmp') }
