"""/api/files/*: double brackets catch the rest of the path."""

from http.server import BaseHTTPRequestHandler
from pathlib import PurePosixPath

from answers import send_json


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path_params["path"]
        send_json(
            self,
            {
                "path": path,
                "segments": [segment for segment in path.split("/") if segment],
                "extension": PurePosixPath(path).suffix,
                "type": "catch-all route",
            },
        )
