from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        raise ValueError("a secret")

    def do_POST(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"begun")
        raise ValueError("a secret")

    def do_PUT(self):
        raise SystemExit(3)
