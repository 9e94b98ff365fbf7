def bundles = new GroovyClassLoader(getClass().classLoader).parseClass(new File(lib, 'Bundle.groovy'))
for (module in ['one', 'two']) {
    bundles.check(new File(basedir, module), module, '3.10') { site ->
        assert site.get('/').body == module
    }
}
