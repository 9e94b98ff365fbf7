"""Real frameworks behind a prefix (``cases/http-frameworks.yaml``), and WebSockets of real libraries."""

import base64
import os
import struct
import tempfile
import unittest
from pathlib import Path
from typing import ClassVar, List, Tuple

import served
import tables
from test_http import run_case
from wire_client import WireClient

MODES = {
    "flask/index.py": "wsgi",
    "flask/users/[id].py": "wsgi",
    "fastapi/index.py": "asgi",
    "fastapi/users/[id].py": "asgi",
    "starlette/index.py": "asgi",
    "django/wsgi.py": "wsgi:application",
    "django/asgi.py": "asgi:application",
}


class FrameworksTest(unittest.TestCase):
    folder: ClassVar[Path]

    @classmethod
    def setUpClass(cls) -> None:
        for package in ("uvicorn", "flask", "fastapi", "django", "starlette", "itsdangerous", "websockets"):
            if not served.has(package):
                raise unittest.SkipTest(f"{package} is not in PAGES_TEST_PACKAGES")
        if served.BUNDLE:
            cls.folder = Path(served.BUNDLE)
        else:
            cls.folder = Path(tempfile.mkdtemp(prefix="pages-frameworks-")) / "bundle"
            served.bundle(cls.folder, "frameworks", MODES)

    @classmethod
    def tearDownClass(cls) -> None:
        if hasattr(cls, "folder") and not served.BUNDLE:
            served.remove(cls.folder.parent)

    def test_the_table(self) -> None:
        for parser in ("h11", "httptools"):
            with served.Served(self.folder, PAGES_HTTP=parser) as server:
                for case in tables.read("http-frameworks.yaml"):
                    with self.subTest(case["case"], parser=parser):
                        run_case(case, parser, server.port)

    def test_web_sockets(self) -> None:
        for parser in ("h11", "httptools"):
            with self.subTest(parser), served.Served(self.folder, PAGES_HTTP=parser) as server:
                with WireClient(server.port) as client:
                    status, headers = opened(client, "/fastapi/ws/you", [("Sec-WebSocket-Protocol", "echo")])
                    self.assertEqual((101, "echo"), (status, dict(headers)["sec-websocket-protocol"]))
                    for text in ("one", "two " * 50):
                        client.send(frame(text.encode()))
                        self.assertEqual(f"you /fastapi/ws/you {text}", message(client))
                for path in ("/fastapi/none", "/flask/none", "/nothing"):
                    with WireClient(server.port) as client:
                        self.assertIn(opened(client, path)[0], (403, 404), path)
            self.assertNotIn("Traceback", server.stop())


def opened(
    client: WireClient, path: str, headers: "List[Tuple[str, str]] | None" = None
) -> Tuple[int, List[Tuple[str, str]]]:
    """Ask for a WebSocket (RFC 6455, section 4.1); return the status and the response's headers."""
    key = base64.b64encode(os.urandom(16)).decode()
    asked = [("Host", "x"), ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13")]
    lines = [f"{name}: {value}" for name, value in [*asked, ("Sec-WebSocket-Key", key), *(headers or [])]]
    client.send("\r\n".join([f"GET {path} HTTP/1.1", *lines, "", ""]).encode())
    response = client.response()
    assert response is not None
    return response.status, [(name.lower(), value) for name, value in response.headers]


def frame(payload: bytes) -> bytes:
    """Return a masked text frame."""
    size = bytes([0x80 | len(payload)]) if len(payload) < 126 else b"\xfe" + struct.pack("!H", len(payload))
    mask = os.urandom(4)
    return b"\x81" + size + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))


def message(client: WireClient) -> str:
    """Read a text frame of the server."""
    head = client.take(2)
    assert head[0] == 0x81, head
    size = head[1] if head[1] < 126 else struct.unpack("!H", client.take(2))[0]
    return client.take(size).decode()


if __name__ == "__main__":
    unittest.main()
