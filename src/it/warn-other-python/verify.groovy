// The target reads what the interpreter at hand refuses (PEP 758).
def log = new File(basedir, 'build.log').text
assert log.contains('BUILD SUCCESS') && log.contains('PAGES-021 cloud-functions/hello.py:8')
assert log.contains('3.14')
