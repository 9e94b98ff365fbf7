from http.server import BaseHTTPRequestHandler

from shared.gate import gate


class handler(BaseHTTPRequestHandler):
    """Blocks its thread until a gate opens."""

    def do_GET(self):
        opened = gate(self.path.partition("?")[2]).wait(10)
        self.send_response(200 if opened else 500)
        self.end_headers()
        self.wfile.write(b"opened")
