def installed = new File(localRepositoryPath, 'io/github/pagesmaven/it/package-twice/1/package-twice-1.zip')
assert installed.bytes == new File(basedir, 'target/package-twice-1.zip').bytes
assert new File(basedir, 'build.log').text.split('BUILD SUCCESS').length == 4
