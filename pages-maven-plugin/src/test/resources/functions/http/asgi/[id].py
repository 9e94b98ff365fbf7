from asgi.echo import app as echo

app = echo
