"""Serves handler classes with the standard library's own server, each on a port of its own.

python http_server_peer.py FUNCTIONS FILE...    prints the ports as one JSON object
"""

import importlib
import json
import os
import sys
import threading
from http.server import ThreadingHTTPServer

from pages_runtime import layout


def main() -> None:
    """Serve until standard input ends."""
    functions, files = sys.argv[1], sys.argv[2:]
    os.environ["PAGES_FUNCTIONS"] = functions
    layout.install(os.path.dirname(functions), sorted({os.path.dirname(file) for file in files}))
    os.chdir(functions)
    ports = {}
    for file in files:
        handler = importlib.import_module(layout.module_name(functions, file)).handler
        own = type(handler.__name__, (handler,), {"path_params": {}})
        server = ThreadingHTTPServer(("127.0.0.1", 0), own)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ports[file] = server.server_port
    print(json.dumps(ports), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
