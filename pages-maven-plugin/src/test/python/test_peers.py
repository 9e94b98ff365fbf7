"""Proves expectations of ``cases/http*.yaml``: well-known servers answer the same functions alike.

Compared are the cases that say what a function answers to a request: handlers under ``http.server``,
WSGI under gunicorn, ASGI under uvicorn. What a peer cannot do (routes, parameters, chunked requests
to handlers, derived methods, our headers and limits) is not.
"""

import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from typing import Any, Dict, Iterator, List, Optional, Tuple
from urllib.parse import urlsplit

import bundles
import served
import tables
from pages_runtime.router import Router
from test_http import FUNCTIONS_OF_ALL, modes, of_front, pieces
from wire_client import WireClient

OURS = ("x-request-id", "date", "connection", "allow", "content-length", "functions-request-id", "server")
"""Headers that belong to a server."""
KNOWN = {
    "a hundred headers": "http.client takes no more than 100 fields",
    "200 header fields": "http.client takes no more than 100 fields",
    "a body of arrays and views": "gunicorn takes nothing but bytes",
    "interim responses are dropped": "http.server passes on all that a handler writes",
    "an empty rest is a slash": "gunicorn leaves PATH_INFO empty; Flask then redirects",
    "an empty rest is a slash for ASGI": "uvicorn has no mounts; the request target is never empty there",
    "cookies are joined by a semicolon": "gunicorn joins them by a comma, against RFC 6265, section 5.4",
}
"""Cases in which we differ from a peer on purpose, and why."""


class Peers:
    """Starts a peer for a function when its first case comes."""

    def __init__(self) -> None:
        self._processes: List[subprocess.Popen[str]] = []
        self._ports: Dict[str, int] = {}
        # Only these: the functions' calendar and email would hide the standard library's.
        self._folder = tempfile.TemporaryDirectory(prefix="pages-peers-")
        for name in ("wsgi", "asgi", "shared"):
            os.symlink(str(FUNCTIONS_OF_ALL / name), os.path.join(self._folder.name, name))

    def start_handlers(self, files: List[str]) -> None:
        """Serve handlers with the standard library."""
        command = [sys.executable, "http_server_peer.py", str(FUNCTIONS_OF_ALL), *files]
        folder = os.path.dirname(os.path.abspath(__file__))
        path = os.pathsep.join([str(served.MAIN), folder])
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, "PYTHONPATH": path}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._processes.append(process)
        assert process.stdout is not None
        self._ports.update(json.loads(process.stdout.readline()))

    def port(self, file: str, mode: str) -> int:
        """Return the port of a function's peer."""
        if file not in self._ports:
            self._ports[file] = port = served.free_port()
            prefix, module = "/" + file[:-3], file[:-3].replace("/", ".") + ":app"
            if mode == "wsgi":
                options = ["gunicorn", "--threads", "4", "-b", f"127.0.0.1:{port}"]
                options += ["--env", f"SCRIPT_NAME={prefix}"]
            else:
                options = ["uvicorn", "--port", str(port), "--root-path", prefix, "--log-level", "critical"]
            self._start([sys.executable, "-m", *options, module], port)
        return self._ports[file]

    def _start(self, command: List[str], port: int) -> None:
        environ = {**os.environ, "PYTHONPATH": os.path.abspath(served.PACKAGES)}
        process = subprocess.Popen(
            command, cwd=self._folder.name, env=environ, text=True,
            stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        self._processes.append(process)
        end = time.monotonic() + 20
        while process.poll() is None and time.monotonic() < end:
            try:
                WireClient(port).sock.close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError(f"{command} does not start")

    def stop(self) -> None:
        """End them all."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.wait(10)
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()
        self._folder.cleanup()


class PeersTest(unittest.TestCase):
    def setUp(self) -> None:
        self.modes = modes(FUNCTIONS_OF_ALL)
        self.files = sorted(self.modes)
        self.router = Router(bundles.tree_of(self.modes))
        self.peers = Peers()
        self.addCleanup(self.peers.stop)

    def test_handlers_answer_alike_under_http_server(self) -> None:
        self.peers.start_handlers([f for f in self.files if self.modes[f] == "handler" and is_importable(f)])
        self.compare("handler", "threads", 60)

    def test_wsgi_answers_alike_under_gunicorn(self) -> None:
        if not served.has("gunicorn"):
            self.skipTest("gunicorn is not in PAGES_TEST_PACKAGES")
        self.compare("wsgi", "h11", 20)

    def test_asgi_answers_alike_under_uvicorn(self) -> None:
        if not served.has("uvicorn"):
            self.skipTest("uvicorn is not in PAGES_TEST_PACKAGES")
        self.compare("asgi", "h11", 12)

    def compare(self, mode: str, front: str, least: int) -> None:
        """Run the cases of a mode against its peer, of which there must be so many."""
        count = 0
        for case, file in self.comparable(mode):
            with self.subTest(case["case"]):
                method, _, target = case["request"].partition(" ")
                if mode == "asgi":  # uvicorn puts the prefix before what it is sent
                    case["request"] = f"{method} {target[len(file) - 2 :] or '/'}"
                with WireClient(self.peers.port(file, mode)) as client:
                    client.send(*pieces(case))
                    if mode == "handler":  # so that reading without a size ends there as well
                        client.sock.shutdown(socket.SHUT_WR)
                    response = http.client.HTTPResponse(client.sock, method=method)
                    response.begin()
                    check(case, response, front)
                    response.close()
                count += 1
        self.assertGreaterEqual(count, least)

    def comparable(self, mode: str) -> Iterator[Tuple[Dict[str, Any], str]]:
        """Yield the cases that a peer can serve, with their functions' files."""
        for case in tables.read("http.yaml") + tables.read("http-asgi.yaml"):
            file = self.file_of(case)
            if file is None or self.modes[file] != mode or not is_importable(file) or case["case"] in KNOWN:
                continue
            if mode != "handler" and "[" in file:
                continue
            if mode == "handler" and ("chunks" in case or case["request"].startswith(("HEAD", "OPTIONS"))):
                continue
            yield case, file

    def file_of(self, case: Dict[str, Any]) -> Optional[str]:
        """Return the function that answers a case, if the case says no more than what it answers."""
        refused = case.get("status") in (None, 400, 404, 405, 500) or isinstance(case.get("status"), dict)
        if refused or "request" not in case or {"gate", "first", "answers", "broken", "needs"} & set(case):
            return None
        match = self.router.match(urlsplit(case["request"].split(" ")[1]).path)
        return None if match is None else self.files[match.function]


def is_importable(file: str) -> bool:
    """Whether a function can be imported on its own."""
    return not file.startswith(("broken/", "loading/"))


def check(case: Dict[str, Any], response: http.client.HTTPResponse, front: str) -> None:
    """Compare what the function itself has said."""
    text = response.read().decode("latin-1")
    assert response.status == of_front(case["status"], front), (response.status, text[:200])
    if "text" in case:
        assert text == case["text"], text[:200]
    if "size" in case:
        assert len(text) == case["size"], len(text)
    for name, value in case.get("has", {}).items():
        if not name.lower().startswith(("eo-pages", *OURS)) and value is not None:
            assert response.headers.get_all(name) == (value if isinstance(value, list) else [value]), response.headers
    told = json.loads(text) if "json" in case else {}
    for name, value in case.get("json", {}).items():
        if not name.startswith(("params", "pages.", "path_params", "headers")):
            assert told.get(name) == value, (name, told.get(name))


if __name__ == "__main__":
    unittest.main()
