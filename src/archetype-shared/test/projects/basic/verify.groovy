def project = new File(basedir, 'project/sample')

def paths = []
project.eachFileRecurse(groovy.io.FileType.FILES) {
    def path = project.toPath().relativize(it.toPath()).toString().replace(File.separator, '/')
    if (!path.startsWith('target/')) paths << path
}
assert paths.sort() == new File(basedir, 'reference.txt').readLines('UTF-8')

assert new File(project, 'pom.xml').readLines('UTF-8').size() < 40
['pom.xml', 'README.md', '.github/workflows/build.yml'].each {
    def text = new File(project, it).getText('UTF-8')
    assert !(text =~ /\$\{(groupId|artifactId|version|pythonVersion)}|@[a-z.]+@/): it
}
