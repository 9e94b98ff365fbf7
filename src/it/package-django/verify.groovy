def bundles = new GroovyClassLoader(getClass().classLoader).parseClass(new File(lib, 'Bundle.groovy'))
bundles.check(basedir, 'package-django', '3.10') { site ->
    ['one', 'two', 'three'].each { shop ->
        def home = site.get("/$shop")
        assert home.status == 200 && home.body == """<a href="/$shop/items/">/$shop/ é</a>\n"""
        assert site.get("/$shop/items/").body ==~ "items of http://localhost:\\d+/$shop/"
        def moved = site.get("/$shop/old/")
        assert moved.status == 302 && moved.headers.location == ["/$shop/items/".toString()]
        assert site.get("/$shop/none/").status == 404
    }
    def packages = site.directory.resolve('packages')
    bundles.python('3.10', packages.toFile(), [PYTHONPATH: packages], ['-S', '-B', new File(lib, 'intact.py'), 'django=django.test'])
}
