import time
from http.server import BaseHTTPRequestHandler

import loading.counter

loading.counter.count += 1
time.sleep(0.05)


class handler(BaseHTTPRequestHandler):
    """Tells how often its module was executed."""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"%d" % loading.counter.count)
