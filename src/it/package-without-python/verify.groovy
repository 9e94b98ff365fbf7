assert new File(basedir, 'target/package-without-python-1.zip').isFile()
def log = new File(basedir, 'build.log').text
assert log.contains('PAGES-001') && log.contains('WARN') && log.contains('BUILD SUCCESS')
assert log.contains('The Python tests are not run:')
