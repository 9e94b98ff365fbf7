def bundles = new GroovyClassLoader(getClass().classLoader).parseClass(new File(lib, 'Bundle.groovy'))
bundles.check(basedir, 'package-mixed', '3.11') { site ->
    assert site.get('/hello').body == 'Hello, handler!'
    assert site.get('/shop').body == 'Hello, flask!'
    assert site.get('/shop/price').body == '3'
    assert site.get('/shop/data').body == 'a;b\n1;2\n'
    assert site.get('/data').body == '{"message":"Hello, fastapi!"}'
    assert site.get('/data/sum?a=2&b=40').body == '{"sum":42}'
    assert site.get('/tests/broken').status == 404
    def packages = site.directory.resolve('packages')
    bundles.python('3.11', packages.toFile(), [PYTHONPATH: packages], ['-S', '-B', new File(lib, 'intact.py'), 'numpy=numpy', 'scipy=scipy.stats', 'flask=flask'])
}
def requirements = new File(basedir, 'target/pages/requirements.txt').text.toLowerCase()
assert ['flask', 'fastapi', 'pyyaml', 'uvicorn'].every { requirements.contains(it) }
assert requirements.contains('cloud-functions/shop/prices.py:1')
def names = new java.util.zip.ZipFile(new File(basedir, 'target/package-mixed-1.zip')).withCloseable { it.entries()*.name }
assert names.contains('package-mixed/edgeone.json') && names.contains('package-mixed/.edgeone/assets/index.html')
assert !names.any { it.contains('/tests/broken') }
