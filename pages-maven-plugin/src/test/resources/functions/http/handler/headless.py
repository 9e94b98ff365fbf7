from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Sends a body without a head."""

    def do_GET(self):
        self.wfile.write(b"body")
