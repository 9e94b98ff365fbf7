from wsgi.echo import app as echo

app = echo
