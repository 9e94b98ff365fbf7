"""/api/stream: a response written in pieces; each is sent when it is written."""

import time
from http.server import BaseHTTPRequestHandler

PIECES = 5
PAUSE_SECONDS = 0.4


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Powered-By", "Python Cloud Function")
        self.end_headers()
        for number in range(1, PIECES + 1):
            self.wfile.write(f"piece {number} of {PIECES}\n".encode("utf-8"))
            self.wfile.flush()
            if number < PIECES:
                time.sleep(PAUSE_SECONDS)
