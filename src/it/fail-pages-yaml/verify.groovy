def log = new File(basedir, 'build.log').text
assert log.contains("PAGES-022 pages.yaml:1:1  there is no parameter 'functionDirectory'") && log.contains("'functionsDirectory'")
assert log.contains("there is no parameter 'scan.skp'") && log.contains("'scan.skip'")
