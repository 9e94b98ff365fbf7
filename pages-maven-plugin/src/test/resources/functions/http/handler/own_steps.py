from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Overrides the steps before its method."""

    protocol_version = "HTTP/1.1"
    timeout = 30

    def __init__(self, request, client_address, server):
        self.steps = ["init"]
        super().__init__(request, client_address, server)

    def setup(self):
        super().setup()
        self.steps.append("setup")

    def parse_request(self):
        self.steps.append("parse")
        return super().parse_request()

    def handle(self):
        self.steps.append("handle")
        super().handle()

    def do_GET(self):
        data = " ".join(self.steps).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self):
        size = int(self.headers.get("Content-Length", 0))
        data = self.rfile.read(size) if size else self.rfile.read()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(data)
