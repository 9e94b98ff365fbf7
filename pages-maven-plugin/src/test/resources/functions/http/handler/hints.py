from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Sends interim responses first."""

    def do_GET(self):
        self.send_response_only(100)
        self.end_headers()
        self.send_response_only(103)
        self.send_header("Link", "</a.css>")
        self.end_headers()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"after hints")
