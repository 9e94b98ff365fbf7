"""What a class may do under http.server, chosen by the query: the answer, or ``errorNNN``."""

from http.server import BaseHTTPRequestHandler
from urllib.parse import urlsplit


class handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        what = urlsplit(self.path).query
        if what.startswith("error"):
            self.send_error(int(what[5:]))
        else:
            getattr(self, what)()

    do_POST = do_DELETE = do_GET

    def do_HEAD(self):
        self.do_GET()

    def explained(self):
        self.send_error(999, "Short <Message>", "A long & winding\n explanation")

    def latin(self):
        self.send_error(404, "Käse & Wein")

    def wide(self):
        self.send_error(404, "\u4f60\u597d", "\u4f60\u597d")

    def value(self):
        self.send_response(999)
        self.send_header("X-Special", "Dängerous Mind")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def keep(self):
        self._say("keep-alive")

    def close(self):
        self._say("close")

    def _say(self, connection):
        self.send_response(200)
        self.send_header("Connection", connection)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def late(self):
        self.send_response_only(200)
        self.send_header("A", "1")
        self.flush_headers()
        self.send_header("B", "2")
        self.end_headers()
        self.flush_headers()
        self.wfile.write(b"late")

    def headless(self):
        self.wfile.write(b"a body alone")

    def hints(self):
        self.send_response_only(103)
        self.send_header("Link", "</a.css>; rel=preload")
        self.end_headers()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"after hints")

    def body(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.rfile.read(int(self.headers["Content-Length"])))
