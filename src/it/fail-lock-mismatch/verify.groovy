def log = new File(basedir, 'build.log').text
assert log.contains('PAGES-013 pylock.toml  the lock was made from other requirements')
assert log.contains('- shop\n') && log.contains('+ shop>=2') && log.contains('mvn pages:lock resolves anew')
def end = log.substring(log.indexOf('BUILD FAILURE'))
assert !end.contains('\tat ') && !end.contains('Exception:')
