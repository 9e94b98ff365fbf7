def log = new File(basedir, 'build.log').text
assert log.count('Python tests are skipped') == 2
assert log.contains('No Python tests: nowhere has no test*.py')
assert log.contains('WARN') && log.contains('PAGES-040 tests  1 of 1 test failed')
assert log.contains('test_hello.HelloTest.test_it_fails: on purpose')
assert new File(basedir, 'target/test-switches-1.zip').isFile()
