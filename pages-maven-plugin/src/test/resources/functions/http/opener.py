from http.server import BaseHTTPRequestHandler

from shared.gate import gate


class handler(BaseHTTPRequestHandler):
    """Opens the gate that the query names."""

    def do_GET(self):
        gate(self.path.partition("?")[2]).set()
        self.send_response(204)
        self.end_headers()
