def properties = new Properties()
new File(basedir, 'archetype.properties').withInputStream { properties.load(it) }
def project = new File(basedir, 'project/sample')

def paths = []
project.eachFileRecurse(groovy.io.FileType.FILES) {
    def path = project.toPath().relativize(it.toPath()).toString().replace(File.separator, '/')
    if (path != 'build.log' && !path.startsWith('target/')) paths << path
}
assert paths.sort() == new File(basedir, 'reference.txt').readLines('UTF-8')
assert new File(project, 'pom.xml').readLines('UTF-8').size() < 40
assert new File(project, 'target/surefire-reports').list().any { it.startsWith('TEST-python.') }

// The zip and pages:run must be tried with the Python that the packages were installed for.
def python = ["python${properties.pythonVersion}".toString(), 'python3', 'python'].find { name ->
    try { [name, '--version'].execute().waitFor() == 0 } catch (IOException missing) { false }
}
def run = { String script, Object... arguments ->
    def process = ([python, new File(basedir, "../../$script").path] + arguments.toList())*.toString().execute()
    process.waitForProcessOutput(System.out, System.err)
    assert process.exitValue() == 0 : script
}
run('api_test.py', new File(project, 'target/sample-1.0-SNAPSHOT.zip'), properties.api)
run('run_test.py', project, properties.api, new File(basedir, '../../../screenshots').canonicalFile,
    new File(System.getProperty('maven.home'), 'bin/mvn'), '-s', new File(basedir, '../../settings.xml'),
    "-Dmaven.repo.local=$properties.repository", "-Dpages.cacheDirectory=$properties.cache")
