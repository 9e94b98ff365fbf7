import java.nio.file.Files

// A PATH that has what Maven's own script needs, and no Python.
def bin = new File(basedir, 'bin').toPath()
Files.createDirectories(bin)
['java', 'sh', 'bash', 'uname', 'dirname', 'basename', 'readlink', 'expr', 'ls', 'sed', 'tr', 'cat', 'which', 'env', 'grep', 'stat'].each { tool ->
    def found = System.getenv('PATH').split(File.pathSeparator).collect { new File(it, tool) }.find { it.canExecute() }
    if (found) {
        Files.createSymbolicLink(bin.resolve(tool), found.toPath())
    }
}
return true
