def log = new File(basedir, 'build.log').text
assert log.contains("PAGES-012 cloud-functions/requirements.txt:4  no wheel of 'shop' fits CPython 3.10 on Linux x86_64, glibc 2.17")
assert log.contains('win_amd64: cp312') && log.contains('set pythonVersion, architecture or glibc')
def end = log.substring(log.indexOf('BUILD FAILURE'))
assert !end.contains('\tat ') && !end.contains('Exception:')
