import calendar
import importlib.util
import pickle
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import counter
from loading import counter as absolute

from . import counter as relative


class Value:
    """Something to pickle."""


class handler(BaseHTTPRequestHandler):
    """Shows that all ways to import a helper work, and that no user file hides a library's."""

    def do_GET(self):
        facts = [
            hasattr(calendar, "monthrange"),
            counter.__name__ == "counter",
            relative is absolute,
            type(pickle.loads(pickle.dumps(Value()))) is Value,
            importlib.util.find_spec(__name__) is not None,
            Path.cwd().name == "functions",
            (Path(__file__).parent / "beside.txt").read_text() == "beside\n",
        ]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(repr(facts).encode())
