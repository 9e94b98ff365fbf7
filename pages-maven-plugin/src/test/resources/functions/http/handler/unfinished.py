from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Forgets end_headers."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("X", "y")
