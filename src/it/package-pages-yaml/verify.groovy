def entries = new java.util.zip.ZipFile(new File(basedir, 'target/package-pages-yaml-1.zip')).withCloseable { it.entries()*.name }
assert entries.any { it.endsWith('/functions/hello.py') }
assert !entries.any { it.contains('drafts') || it.endsWith('.pyc') }
