from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            self.send_response(204)
        except ValueError, OSError:
            return
        self.end_headers()
