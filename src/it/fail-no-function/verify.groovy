def log = new File(basedir, 'build.log').text
assert log.contains('BUILD FAILURE') && log.contains('PAGES-051 cloud-functions')
assert log.contains('cloud-functions/helper.py') && log.contains('class handler(BaseHTTPRequestHandler)')
assert !log.contains('\tat ') && !log.contains('Exception:')
assert !new File(basedir, 'target').listFiles().any { it.name.endsWith('.zip') || it.name.contains('.tmp') }
