def log = new File(basedir, 'build.log').text
assert log.contains('/api/users/list  handler  api/users/list.py   GET')
assert log.contains('GET /api/users/42 -> api/users/[id].py') && log.contains("id = '42'")
assert log.contains('api/[[default]].py') && log.contains('PUT /api/users/42 -> 405')
assert log.contains('"pattern" : "/api/users/:id"')
assert log.readLines().any { it.contains('/api/users/list  handler') && !it.contains('INFO') } // as -q prints it
assert log.contains('pages.format') && log.contains('Default: text')
