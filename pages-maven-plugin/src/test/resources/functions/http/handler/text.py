import io
from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Writes text through a wrapper, as CGI scripts do."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        out = io.TextIOWrapper(self.wfile, encoding="utf-8", write_through=True)
        print("你好", file=out)
        out.detach()
