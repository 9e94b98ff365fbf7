from http.server import BaseHTTPRequestHandler

from shared.words import greeting


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(greeting("handler").encode("utf-8"))
