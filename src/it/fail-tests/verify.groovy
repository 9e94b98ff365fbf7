def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains('PAGES-040 tests  3 of 5 tests failed')
assert log.contains('  test_hello.HelloTest.test_parts (number=1): 0 != 1')
assert log.contains('  test_hello.BrokenTest.setUpClass: no database')
assert log.contains("  test_import.import: test_import.py cannot be imported: No module named 'nothing_of_that_name'")
def reports = new File(basedir, 'target/surefire-reports')
def suite = new groovy.xml.XmlParser().parse(new File(reports, 'TEST-python.test_hello.HelloTest.xml'))
assert suite.testcase.collect { it.@name } as Set == ['test_it_greets', 'test_parts (number=0)', 'test_parts (number=1)'] as Set
assert suite.testcase.findAll { it.failure }.collect { it.@name } == ['test_parts (number=1)']
assert !new File(basedir, 'target/fail-tests-1.zip').exists()
