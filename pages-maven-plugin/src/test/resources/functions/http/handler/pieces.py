from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Writes its response byte by byte, on the connection itself."""

    def do_GET(self):
        for byte in b"HTTP/1.0 202 Yes\r\nX-Piece: 1\r\nContent-Length: 4\r\n\r\nfour":
            self.connection.sendall(bytes([byte]))

    def do_POST(self):
        self.wfile.write(b"HTTP/1.1 200 OK\nX-Bare: 1\n\nbare")
