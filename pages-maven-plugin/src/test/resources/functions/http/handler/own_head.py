from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.send_response(204)
        self.send_header("X-Own", "head")
        self.end_headers()

    def do_OPTIONS(self):
        self.send_response(200)
        self.send_header("X-Own", "options")
        self.send_header("Content-Length", "0")
        self.end_headers()
