def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains('PAGES-018')
assert log.contains('cloud-functions/api/broken.py:4:38')
assert log.contains('cloud-functions/api/open.py:1:10')
assert log.contains('\'[\' was never closed')
def end = log.substring(log.indexOf('BUILD FAILURE'))
assert !end.contains('\tat ') && !end.contains('Exception:')
assert !new File(basedir, 'target').listFiles().any { it.name.endsWith('.zip') || it.name.contains('.tmp') }
