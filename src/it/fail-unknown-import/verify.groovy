def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains('PAGES-010')
assert log.contains('cloud-functions/hello.py:2')
assert log.contains('acme_utils')
assert log.contains('requirements.txt')
def end = log.substring(log.indexOf('BUILD FAILURE'))
assert !end.contains('\tat ') && !end.contains('Exception:')
assert !new File(basedir, 'target').listFiles().any { it.name.endsWith('.zip') || it.name.contains('.tmp') }
