def entries = new java.util.zip.ZipFile(new File(basedir, 'target/package-flat-1.zip')).withCloseable { it.entries()*.name }
assert ['app.py', 'config.json', 'scf_bootstrap', 'functions/hello.py'].every { entries.contains(it) }
assert !entries.any { it.startsWith('.edgeone') }
