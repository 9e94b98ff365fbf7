// The archetype plugin asks for a validationRegex but does not enforce it in batch mode, so the rules stand here.
def rules = [
    groupId: [/[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*/, 'words joined by dots, such as com.example'],
    artifactId: [/[A-Za-z0-9][A-Za-z0-9_.-]*/, 'letters, digits, ., _ and -, a letter or digit first'],
    version: [/[A-Za-z0-9][A-Za-z0-9_.+-]*/, 'a Maven version, such as 1.0-SNAPSHOT'],
    pythonVersion: [/3\.([89]|1[0-9])/, 'a minor version of Python from 3.8, such as 3.10'],
]

def mistakes = rules.findAll { key, rule -> !(request.properties[key] ==~ rule[0]) }
    .collect { key, rule -> "${key} is '${request.properties[key]}', but must be ${rule[1]}" }

if (mistakes) {
    def parent = new File(request.outputDirectory).canonicalFile
    def project = new File(parent, request.artifactId).canonicalFile
    if (project.parentFile == parent) {
        // Only what was generated just now: the folder may have been there, with files of the user's.
        def aMinuteAgo = System.currentTimeMillis() - 60_000
        def folders = [project]
        project.eachFileRecurse { it.directory ? folders << it : it.lastModified() >= aMinuteAgo && it.delete() }
        folders.sort { -it.path.length() }.each { it.delete() }
    }
    throw new IllegalArgumentException('No project was generated: ' + mistakes.join('; ') + '.')
}
