def bundles = new GroovyClassLoader(getClass().classLoader).parseClass(new File(lib, 'Bundle.groovy'))
bundles.check(basedir, 'serve-http-cases', '3.11') { site ->
    def plugin = new File(lib, '../../../pages-maven-plugin')
    def environment = [PAGES_TEST_BUNDLE: site.directory, PAGES_TEST_PACKAGES: site.directory.resolve('packages'),
                       PYTHONPATH: new File(plugin, 'src/main/python')]
    // They wait most of the time, and meanwhile no other verify script can run.
    def four = java.util.concurrent.Executors.newFixedThreadPool(4)
    def tests = ['test_http.ThreadsTest', 'test_http.H11Test', 'test_http.HttptoolsTest', 'test_frameworks',
                 'test_main.ThreadsLifeTest', 'test_main.UvicornLifeTest', 'test_wire_fuzz', 'test_peers']
    def results = tests.collectEntries { test ->
        [test, four.submit({
            bundles.python('3.11', new File(plugin, 'src/test/python'), environment, ['-m', 'unittest', test])
        } as java.util.concurrent.Callable)]
    }
    four.shutdown()
    results.each { test, result ->
        // The table of ASGI on the standard library's front.
        def end = test == 'test_http.ThreadsTest' ? 'OK (skipped=1)' : 'OK'
        assert result.get().trim().endsWith(end): "$test: ${result.get()}"
    }
}
