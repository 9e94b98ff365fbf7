def log = new File(basedir, 'build.log').text
assert log.contains('PAGES-020 <sizeLimit>  the zip has 2.') && log.contains('MB, the limit is 1.0 MB')
assert log.contains('your functions') && log.contains('remove requirements that are not needed')
def end = log.substring(log.indexOf('BUILD FAILURE'))
assert !end.contains('\tat ') && !end.contains('Exception:')
assert !new File(basedir, 'target').listFiles().any { it.name.endsWith('.zip') || it.name.endsWith('.part') }
