from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    wbufsize = -1

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"buf")
        self.wfile.write(b"fered")
