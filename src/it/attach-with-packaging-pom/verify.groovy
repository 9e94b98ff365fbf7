def zip = new File(basedir, 'target/attach-with-packaging-pom-1.zip')
assert zip.isFile()
def installed = new File(localRepositoryPath, 'io/github/pagesmaven/it/attach-with-packaging-pom/1/attach-with-packaging-pom-1.zip')
assert installed.bytes == zip.bytes
