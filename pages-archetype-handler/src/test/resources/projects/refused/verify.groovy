def refused = { Map<String, String> properties ->
    def parent = new File(basedir, 'refused')
    def pom = new File(parent, "${properties.artifactId}/pom.xml")
    pom.parentFile.mkdirs()
    pom.text = ''
    def request = [outputDirectory: parent.path, artifactId: properties.artifactId, properties: properties]
    try {
        new GroovyShell(new Binding(request: request)).evaluate(new File(basedir, '../../../classes/META-INF/archetype-post-generate.groovy'))
        return ''
    } catch (IllegalArgumentException e) {
        assert !pom.parentFile.exists()
        return e.message
    }
}
def good = [groupId: 'com.example', artifactId: 'sample', version: '1.0-SNAPSHOT', pythonVersion: '3.10']
assert refused(good) == ''
[groupId: 'com example', artifactId: '-x', version: '1/0', pythonVersion: '2.7'].each { key, value ->
    assert refused(good + [(key): value]).startsWith("No project was generated: ${key} is '${value}', but must be")
}
return true
