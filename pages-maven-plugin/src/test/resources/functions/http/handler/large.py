from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """A body without a length, in pieces of all sizes."""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        for size in (1, 10, 100, 1000, 10000, 100000, 200000):
            self.wfile.write(b"x" * size)
