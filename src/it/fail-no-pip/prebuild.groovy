def made = ['python3', '-m', 'venv', '--without-pip', "$basedir/.venv"]*.toString().execute()
return made.waitFor() == 0
