"""What the echoing handlers have in common; no function."""

import json
from http.server import BaseHTTPRequestHandler


class Echo(BaseHTTPRequestHandler):
    """Tells in JSON what it was asked."""

    def do_GET(self):
        body = self.rfile.read(int(self.headers["Content-Length"])) if "Content-Length" in self.headers else b""
        self.tell(body)

    do_POST = do_PUT = do_DELETE = do_PATCH = do_PROPFIND = do_GET

    def tell(self, body):
        told = {
            "method": self.command,
            "path": self.path,
            "params": self.path_params,
            "version": self.request_version,
            "line": self.requestline,
            "headers": [[name, value] for name, value in self.headers.items()],
            "body": body.decode("latin-1"),
            "client": self.client_address[0],
            "port": self.server.server_port > 0,
        }
        data = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
