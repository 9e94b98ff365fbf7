def bundles = new GroovyClassLoader(getClass().classLoader).parseClass(new File(lib, 'Bundle.groovy'))
bundles.check(basedir, 'package-fastapi', '3.11') { site ->
    assert site.get('/api/items').body.contains('"Item A"') && site.get('/api/items').body.contains('"lifespan":["started"]')
    assert site.get('/api/items/7').body == '{"item_id":7,"name":"Item 7"}'
    assert site.get('/api/items/seven').status == 422
    def created = site.send('POST', '/api/items', '{"name": "C"}', ['Content-Type': 'application/json'])
    assert created.status == 200 && created.body.contains('"Item created"')
    assert site.get('/api/docs').body.contains("'/api/openapi.json'")
    def openapi = site.get('/api/openapi.json').body
    assert openapi.contains('"servers":[{"url":"/api"}]') && openapi.contains('"/items/{item_id}"')
    def slash = site.get('/api/items/')
    assert slash.status == 307 && slash.headers.location[0].endsWith('/api/items')
    assert site.get('/api/none').status == 404 && site.get('/items').status == 404
}
