from http.server import BaseHTTPRequestHandler

from shared.gate import gate


class handler(BaseHTTPRequestHandler):
    """Writes an event, waits for a gate, writes another."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write(b"data: 1\n\n")
        gate(self.path.partition("?")[2]).wait(10)
        self.wfile.write(b"data: 2\n\n")

    def do_POST(self):
        """Echo each line of the body as soon as it has come."""
        self.send_response(200)
        self.end_headers()
        for line in self.rfile:
            self.wfile.write(b"got " + line)
            self.wfile.flush()
