def log = new File(basedir, 'build.log').text
assert log.contains('PAGES-014') && log.contains('cart 1.0 and shop 1.0 hold a file of the same name with different content')
assert log.contains('money.py') && log.contains('require only one of them')
def end = log.substring(log.indexOf('BUILD FAILURE'))
assert !end.contains('\tat ') && !end.contains('Exception:')
assert !new File(basedir, 'target/pages/staging/packages/money.py').exists()
