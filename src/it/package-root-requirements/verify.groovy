def bundles = new GroovyClassLoader(getClass().classLoader).parseClass(new File(lib, 'Bundle.groovy'))
bundles.check(basedir, 'package-root-requirements', '3.11') { site ->
    assert site.get('/users').body == 'users'
}
assert new File(basedir, 'target/pages/requirements.txt').text.contains('requirements.txt:1')
