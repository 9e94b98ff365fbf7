def bundles = new GroovyClassLoader(getClass().classLoader).parseClass(new File(lib, 'Bundle.groovy'))
bundles.check(basedir, 'serve-http-cases', '3.11') { site ->
    def plugin = new File(lib, '../../../pages-maven-plugin')
    def environment = [PAGES_TEST_BUNDLE: site.directory, PAGES_TEST_PACKAGES: site.directory.resolve('packages'),
                       PYTHONPATH: new File(plugin, 'src/main/python')]
    def tests = ['test_http', 'test_frameworks', 'test_main', 'test_wire_fuzz', 'test_peers']
    def log = bundles.python('3.11', new File(plugin, 'src/test/python'), environment, ['-m', 'unittest', *tests])
    assert log.trim().endsWith('OK (skipped=1)'): "only the table of ASGI on the standard library's front may be skipped: $log"
}
