import contextvars
from http.server import BaseHTTPRequestHandler

seen = contextvars.ContextVar("seen", default=0)


class handler(BaseHTTPRequestHandler):
    """Counts in a context variable: each request has its own."""

    def do_GET(self):
        seen.set(seen.get() + 1)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"%d" % seen.get())
