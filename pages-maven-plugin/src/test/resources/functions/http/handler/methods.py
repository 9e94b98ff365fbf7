from http.server import BaseHTTPRequestHandler


class Base(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("X-Method", self.command)
        self.end_headers()
        self.wfile.write(self.command.encode())


class handler(Base):
    do_POST = Base.do_GET

    def do_BREW(self):
        self.do_GET()
