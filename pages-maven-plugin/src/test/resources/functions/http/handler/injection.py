from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("X-Bad", "a\x00b")
        self.end_headers()

    def do_POST(self):
        self.send_response(200)
        self.send_header("X Bad", "a")
        self.end_headers()
