"""/hello: a file is a route."""

import time
from http.server import BaseHTTPRequestHandler

from answers import send_json


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        send_json(
            self,
            {
                "route": "/hello",
                "type": "static route",
                "message": "Hello from Python!",
                "timestamp": time.time(),
            },
        )
