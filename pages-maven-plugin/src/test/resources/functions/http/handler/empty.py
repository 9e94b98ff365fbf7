from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Answers that have no body, and one that should not have."""

    def do_GET(self):
        self.send_response(304)
        self.send_header("ETag", '"1"')
        self.end_headers()

    def do_POST(self):
        self.send_response(204)
        self.end_headers()
        self.wfile.write(b"not allowed")

    def do_PUT(self):
        self.send_response(200)
        self.end_headers()
