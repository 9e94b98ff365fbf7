from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Says HTTP/1.0 and Connection: close, as the default class does."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Connection", "close")
        self.send_header("Content-Length", "3")
        self.end_headers()
        self.wfile.write(b"old")
