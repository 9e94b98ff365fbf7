from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Sends nothing."""

    def do_GET(self):
        pass
