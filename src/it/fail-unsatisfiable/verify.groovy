def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains('PAGES-011')
assert log.contains('no-distribution-has-this-name-pages-it')
assert log.contains('cloud-functions/requirements.txt:2')
assert !log.contains('\tat ') && !log.contains('Exception:')
assert !new File(basedir, 'target').listFiles().any { it.name.endsWith('.zip') || it.name.contains('.tmp') }
