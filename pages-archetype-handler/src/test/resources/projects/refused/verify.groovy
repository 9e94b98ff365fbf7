// What the archetype plugin has done by the time that the script runs, in a folder with a parent's pom.xml and a file of the user's.
def parent = new File(basedir, 'refused')
def refused = { Map<String, String> properties ->
    def project = new File(parent, properties.artifactId)
    ['pom.xml', 'cloud-functions/api/hello.py', '.vscode/launch.json'].each {
        def file = new File(project, it)
        file.parentFile.mkdirs()
        file.text = ''
    }
    new File(parent, 'pom.xml').text = "<project>\n  <modules>\n    <module>${properties.artifactId}</module>\n  </modules>\n</project>\n"
    def request = [outputDirectory: parent.path, artifactId: properties.artifactId, properties: properties]
    try {
        new GroovyShell(new Binding(request: request)).evaluate(new File(basedir, '../../../classes/META-INF/archetype-post-generate.groovy'))
        return ''
    } catch (IllegalArgumentException e) {
        assert parent.list() as Set == ['pom.xml', 'kept'] as Set
        assert new File(parent, 'pom.xml').text == '<project>\n</project>\n'
        return e.message
    }
}
parent.deleteDir()
def own = new File(parent, 'kept/README.md')
own.parentFile.mkdirs()
own.text = 'mine'
own.lastModified = System.currentTimeMillis() - 3_600_000

def good = [groupId: 'com.example', artifactId: 'sample', version: '1.0-SNAPSHOT', pythonVersion: '3.10']
[groupId: 'com example', artifactId: '-x', version: '1/0', pythonVersion: '2.7'].each { key, value ->
    assert refused(good + [(key): value]).startsWith("No project was generated: ${key} is '${value}', but must be")
}
assert refused(good + [artifactId: 'a/b']) && !new File(parent, 'a').exists()
assert refused(good + [artifactId: '../beside']) && !new File(basedir, 'beside').exists()
assert refused(good + [artifactId: 'kept', pythonVersion: '3.7']) && own.parentFile.list() == ['README.md']
assert refused(good) == ''
assert new File(parent, 'sample/pom.xml').exists()
return true
