// The archetype plugin asks for a validationRegex but does not enforce it in batch mode, so the rules stand here.
def rules = [
    [groupId: [~/[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*/, 'letters, digits, _ and -, in parts joined by dots, such as com.example']],
    [artifactId: [~/[A-Za-z0-9][A-Za-z0-9_.-]*/, 'letters, digits, ., _ and -, beginning with a letter or digit']],
    [version: [~/[A-Za-z0-9][A-Za-z0-9_.+-]*/, 'a Maven version such as 1.0-SNAPSHOT']],
    [pythonVersion: [~/3\.([89]|1[0-9])/, 'a minor version of Python from 3.8, such as 3.10']],
].collectMany { it.entrySet() }

def mistakes = rules.findAll { rule ->
    !(request.properties[rule.key] ==~ rule.value[0])
}.collect { rule ->
    "${rule.key} is '${request.properties[rule.key]}', but must be ${rule.value[1]}: -D${rule.key}=..."
}
if (mistakes) {
    def project = new File(request.outputDirectory, request.artifactId)
    project.deleteDir()
    throw new IllegalArgumentException('No project was generated: ' + mistakes.join('; '))
}
