def installed = new File(localRepositoryPath, 'io/github/pagesmaven/it/package-again-without-python/1/package-again-without-python-1.zip')
assert installed.bytes == new File(basedir, 'target/package-again-without-python-1.zip').bytes
assert new File(basedir, 'build.log').text.split('BUILD SUCCESS').length == 3
