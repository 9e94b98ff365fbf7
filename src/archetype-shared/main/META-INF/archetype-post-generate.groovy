import java.lang.management.ManagementFactory
import java.util.regex.Pattern

// The archetype plugin asks for a validationRegex but does not enforce it in batch mode, so the rules stand here.
def rules = [
    groupId: [/[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*/, 'words joined by dots, such as com.example'],
    artifactId: [/[A-Za-z0-9][A-Za-z0-9_.-]*/, "letters, digits, '.', '_' and '-', a letter or digit first"],
    version: [/[A-Za-z0-9][A-Za-z0-9_.+-]*/, 'a Maven version, such as 1.0-SNAPSHOT'],
    pythonVersion: [/3\.([89]|1[0-9])/, 'a minor version of Python from 3.8, such as 3.10'],
]
def mistakes = rules.findAll { key, rule -> !(request.properties[key] ==~ rule[0]) }
    .collect { key, rule -> "${key} is '${request.properties[key]}', but must be ${rule[1]}" }
if (!mistakes) {
    return
}

// What was generated just now goes, and nothing else: the folder may have been there, with files of the user's.
def start = Math.max(ManagementFactory.runtimeMXBean.startTime, System.currentTimeMillis() - 60_000)
def remove
remove = { File file ->
    file.listFiles()?.each(remove)
    if (file.directory || file.lastModified() >= start) {
        file.delete()
    }
}
def parent = new File(request.outputDirectory).canonicalFile
def project = new File(parent, request.artifactId).canonicalFile
['.editorconfig', '.github', '.gitignore', '.vscode', 'README.md', 'cloud-functions', 'edgeone.json', 'pom.xml',
    'public', 'tests'].each { remove(new File(project, it)) }
for (def folder = project; folder != parent && folder?.delete(); folder = folder.parentFile) {}

// A project that is generated beside a parent's pom.xml becomes a module of it.
def pom = new File(parent, 'pom.xml')
if (pom.file && pom.lastModified() >= start) {
    def module = Pattern.quote(request.artifactId)
    pom.setText(pom.getText('UTF-8')
        .replaceFirst("\\s*<module>${module}</module>", '').replaceFirst('\\s*<modules>\\s*</modules>', ''), 'UTF-8')
}
throw new IllegalArgumentException('No project was generated: ' + mistakes.join('; ') + '.')
