from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Frames its chunks itself."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in (b"5\r", b"\nhello\r\n1;x=y\r\n \r", b"\n5\r\nworld\r\n0\r\n", b"Trailer: t\r\n\r\n"):
            self.wfile.write(piece)

    def do_POST(self):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"5\r\nhel")
