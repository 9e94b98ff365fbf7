from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Lies about its length: GET writes too much, POST too little."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"four and more")

    def do_POST(self):
        self.send_response(200)
        self.send_header("Content-Length", "10")
        self.end_headers()
        self.wfile.write(b"four")
