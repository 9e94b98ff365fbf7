def bundles = new GroovyClassLoader(getClass().classLoader).parseClass(new File(lib, 'Bundle.groovy'))
bundles.check(basedir, 'package-routing-tree', '3.10') { site ->
    def answers = [
        '/api': 'api/index.py', '/api/': 'api/index.py', '/api/hello': 'api/hello.py',
        '/api/users': 'api/users/index.py', '/api/users/list': 'api/users/list.py',
        '/api/orders': 'api/orders/index.py',
        '/api/users/1024': "api/users/[id].py [('id', '1024')] /api/users/1024",
        '/api/users/vip/1024': "api/[[default]].py [('default', 'users/vip/1024')] /api/users/vip/1024",
        '/api/vip/1024': "api/[[default]].py [('default', 'vip/1024')] /api/vip/1024",
        '/api/books/list': "api/[[default]].py [('default', 'books/list')] /api/books/list",
        '/api/1024': "api/[[default]].py [('default', '1024')] /api/1024",
        '/api/hello/more': "api/[[default]].py [('default', 'hello/more')] /api/hello/more",
    ]
    answers.each { path, body -> assert site.get(path).body == body }
    ['/v2/vip/1024', '/', '/apix', '/API/hello'].each { assert site.get(it).status == 404 }
}
