def log = new File(basedir, 'build.log').text
assert log.contains('PAGES-002 <python>  there is no pip for the interpreter that was chosen')
assert log.contains("$basedir/.venv/bin/python -m ensurepip --upgrade".toString())
def end = log.substring(log.indexOf('BUILD FAILURE'))
assert !end.contains('\tat ') && !end.contains('Exception:')
