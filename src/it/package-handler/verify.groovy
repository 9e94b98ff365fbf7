def bundles = new GroovyClassLoader(getClass().classLoader).parseClass(new File(lib, 'Bundle.groovy'))
bundles.check(basedir, 'package-handler', '3.10') { site ->
    assert site.get('/hello').body == 'Hello, world!'
    assert site.get('/users').body == '{"users": []}'
    def created = site.send('POST', '/users', '{"name": "Zoë"}')
    assert created.status == 201 && created.body.contains('"Zo\\u00eb"')
    assert site.send('DELETE', '/users').status == 204
    def refused = site.send('PUT', '/users', '')
    assert refused.status == 405 && refused.headers.allow[0].contains('DELETE')
    assert site.get('/search?name=Alice').body == '{"hello": "Alice"}'
    assert site.get('/search').body == '{"hello": "Guest"}'
    assert site.get('/users/42?x=1').body == "user [('id', '42')] /users/42?x=1"
    assert site.get('/users/42/posts').body == "default [('default', 'users/42/posts')] /users/42/posts"
    assert site.get('/').body == "default [('default', '')] /"
    assert site.send('HEAD', '/hello').body == '' && site.send('OPTIONS', '/hello').status == 204
}
assert !new File(basedir, 'target/pages/staging/packages').list()
def log = new File(basedir, 'build.log').text
assert log.contains('/users/:id') && log.contains('users/[id].py')
