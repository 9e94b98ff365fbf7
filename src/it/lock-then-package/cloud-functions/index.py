from http.server import BaseHTTPRequestHandler

import idna


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(idna.__version__.encode("utf-8"))
