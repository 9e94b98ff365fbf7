def installed = new File(localRepositoryPath, 'io/github/pagesmaven/it/package-twice/1/package-twice-1.zip')
assert installed.bytes == new File(basedir, 'target/package-twice-1.zip').bytes
def builds = new File(basedir, 'build.log').text.split('BUILD SUCCESS')
assert builds.length == 4
assert builds[0].contains('Resolved ') && builds[1].contains('unchanged since the last build')
assert builds[1].contains('unchanged') && !builds[1].contains('Resolved ')
