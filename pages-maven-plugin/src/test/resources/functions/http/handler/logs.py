from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Keeps what it logs."""

    logged = []

    def log_message(self, format, *args):
        self.logged.append(format % args)

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.logged[-1].encode())
