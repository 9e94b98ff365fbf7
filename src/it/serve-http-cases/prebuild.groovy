// The functions of the unit tests, built as a project: the same tables then hold for what the build makes of them.
def functions = new File(lib, '../../../pages-maven-plugin/src/test/resources/functions')
['http', 'frameworks'].each { tree ->
    new AntBuilder().copy(todir: new File(basedir, 'cloud-functions'), preservelastmodified: true) {
        fileset(dir: new File(functions, tree), excludes: '**/__pycache__/**')
    }
}
return true
