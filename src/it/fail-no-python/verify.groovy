def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains('PAGES-001')
assert log.contains('-Dpages.python')
assert log.contains('apt install python3')
assert !log.contains('\tat ') && !log.contains('Exception:')
assert !new File(basedir, 'target').listFiles().any { it.name.endsWith('.zip') || it.name.contains('.tmp') }
