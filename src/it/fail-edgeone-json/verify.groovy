def log = new File(basedir, 'build.log').text
assert log.contains('PAGES-022 edgeone.json') && log.contains('redirects[0].statusCode') && log.contains('redirects[0].destination')
assert !new File(basedir, 'target').listFiles().any { it.name.endsWith('.zip') }
