"""The one server of a test run: started by the first call, ended with the process."""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
import threading
import time
from typing import List, Optional, Tuple

BUNDLE_VARIABLE = "PAGES_TEST_BUNDLE"
"""Names the folder whose app.py serves the functions; set by the goal that runs the tests."""

ISOLATED = ("-I", "-S", "-B", "-X", "utf8")
"""Without site-packages: what a function imports must come with the bundle, as where it is deployed."""

HOST = "127.0.0.1"
START_SECONDS = 60.0
STOP_SECONDS = 5.0
_ATTEMPTS = 3
# The runtime's log of requests, of no use beside the tests' own output.
_REQUEST_LOG = (b"Pages request path:", b"Pages response status:")

_lock = threading.Lock()
_running: Optional[Server] = None


class ServerError(RuntimeError):
    """The functions cannot be served."""


def address() -> Tuple[str, int]:
    """Return host and port of the running server; the first call starts it."""
    global _running
    with _lock:
        if _running is None:
            _running = _start()
            atexit.register(_running.stop)
        return HOST, _running.port


def _start() -> Server:
    bundle = os.environ.get(BUNDLE_VARIABLE)
    if not bundle:
        raise ServerError("the functions are served only in tests that `mvn pages:test` runs")
    for _ in range(_ATTEMPTS):
        server = Server(bundle, _free_port())
        if server.wait():
            return server
        server.stop()
    raise ServerError("the functions are not served: " + server.last_words())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


class Server:
    """A process that runs a bundle's app.py."""

    def __init__(self, bundle: str, port: int) -> None:
        self.port = port
        self._errors: List[bytes] = []
        environment = {**os.environ, "PORT": str(port), "PAGES_HOST": HOST}
        self._process = subprocess.Popen(
            [sys.executable, *ISOLATED, os.path.join(bundle, "app.py")],
            env=environment,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self._reader = threading.Thread(target=self._pass_on, daemon=True)
        self._reader.start()

    def wait(self) -> bool:
        """Wait for the port to open; False when the process ends before."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self._process.poll() is None:
            try:
                socket.create_connection((HOST, self.port), 1.0).close()
                return True
            except OSError:
                time.sleep(0.02)
        return False

    def stop(self) -> None:
        """End the process; what it still says is passed on."""
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(1.0)

    def last_words(self) -> str:
        """Return the exit code and the last lines that the process wrote."""
        lines = b"\n".join(self._errors[-10:]).decode("utf-8", "replace")
        return f"app.py ended with exit code {self._process.poll()}\n{lines}".rstrip()

    def _pass_on(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as stream:
            for line in stream:
                if not line.startswith(_REQUEST_LOG):
                    self._errors.append(line.rstrip())
                    sys.stderr.write(line.decode("utf-8", "replace"))
                    sys.stderr.flush()
