def bundles = new GroovyClassLoader(getClass().classLoader).parseClass(new File(lib, 'Bundle.groovy'))
bundles.check(basedir, 'package-flask-catch-all', '3.11') { site ->
    assert site.get('/api/users').body.contains('"Alice"')
    def created = site.send('POST', '/api/users', '{"name": "Carol"}', ['Content-Type': 'application/json'])
    assert created.status == 201 && created.body.contains('"Carol"')
    assert site.get('/api/page').body.contains('Hello, Zoë') && site.get('/api/page').body.contains('/api/static/site.css')
    assert site.get('/api/static/site.css').body == 'h1 { color: teal; }\n'
    def moved = site.get('/api/old')
    assert moved.status == 302 && moved.headers.location == ['/api/users']
    assert site.get('/api/where').body == '/api/users /api/static/site.css /api'
    assert site.get('/api/cookies').headers['set-cookie'].collect { it.split(';')[0] } == ['a=1', 'b=2']
    assert site.get('/api').body == 'root of /'
    assert site.get('/api/none').status == 404 && site.get('/users').status == 404
}
