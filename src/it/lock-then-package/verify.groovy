def lock = new File(basedir, 'pylock.toml').text
assert lock.contains('lock-version') && lock.contains('name = ') && lock.contains('idna')
def log = new File(basedir, 'build.log').text
assert log.contains('from pylock.toml') && log.contains('Wrote pylock.toml')
