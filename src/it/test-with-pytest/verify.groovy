def log = new File(basedir, 'build.log').text
assert log.contains('PAGES-040') && log.contains("  tests.test_import: ModuleNotFoundError: No module named 'nothing_of_that_name'")
def suite = new groovy.xml.XmlParser().parse(new File(basedir, 'target/surefire-reports/TEST-python.pytest.xml')).testsuite[0]
def named = { outcome -> suite.testcase.findAll { it[outcome] }.collect { it.@name } }
assert suite.testcase.collect { it.@name }.containsAll(['test_it_answers[GET]', 'test_it_answers[HEAD]'])
assert named('skipped') == ['test_later']
// Before its version 9, for Pythons before 3.10, pytest knows no subtests.
assert named('failure').any { it.startsWith('test_parts') && (it.contains('number=1') || log =~ /pytest-[78]\./) }
