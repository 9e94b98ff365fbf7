from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    def do_POST(self):
        self.send_response(201)
        self.send_header("Location", "/x")
        self.end_headers()
