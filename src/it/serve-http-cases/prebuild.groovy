import java.nio.file.Files

// The functions of the unit tests, built as a project: the same tables then hold for what the build makes of them.
def functions = new File(lib, '../../../pages-maven-plugin/src/test/resources/functions').canonicalFile
['http', 'frameworks'].each { tree ->
    def from = new File(functions, tree).toPath()
    from.toFile().eachFileRecurse(groovy.io.FileType.FILES) { file ->
        def to = basedir.toPath().resolve('cloud-functions').resolve(from.relativize(file.toPath()).toString())
        if (!file.path.contains('__pycache__')) {
            Files.createDirectories(to.parent)
            Files.copy(file.toPath(), to)
        }
    }
}
return true
