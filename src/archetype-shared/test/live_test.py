"""Talks to a WebSocket function of pages:run while its file is saved.

The function is written into the project for this test: an ASGI application that echoes with a prefix.
"""

from __future__ import annotations

import base64
import os
import socket
import time
from pathlib import Path
from typing import Iterator

FUNCTION = """
async def app(scope, receive, send):
    await receive()
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            await send({"type": "websocket.send", "text": "VERSION" + message["text"]})
    else:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"VERSION"})
"""
LONG = 200_000
END_SECONDS = 10.0


class Socket:
    """A WebSocket client, as far as this test needs one (RFC 6455)."""

    def __init__(self, place: str, origin: str = "") -> None:
        host, port = place.split(":")
        self._connection = socket.create_connection((host, int(port)), 30)
        self._file = self._connection.makefile("rb")
        head = [
            "GET /live HTTP/1.1", f"Host: {place}", "Upgrade: websocket", "Connection: Upgrade",
            "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
            *([f"Origin: {origin}"] if origin else []), "", "",
        ]  # fmt: skip
        self._connection.sendall("\r\n".join(head).encode())
        self.status = int(self._file.readline().split()[1])
        while self._file.readline().strip():
            pass

    def send(self, text: str) -> None:
        data, mask = text.encode(), os.urandom(4)
        size = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xff" + len(data).to_bytes(8, "big")
        self._connection.sendall(b"\x81" + size + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))

    def receive(self) -> str:
        """The next message; empty when the connection has ended."""
        text = b""
        while True:
            head = self._file.read(2)
            if len(head) < 2 or head[0] & 15 == 8:
                return ""
            size = {126: 2, 127: 8}.get(head[1] & 127, 0)
            text += self._file.read(int.from_bytes(self._file.read(size), "big") if size else head[1] & 127)
            if head[0] & 128:
                return text.decode()


def faults(place: str, project: Path) -> Iterator[str]:
    function = project / "cloud-functions" / "live.py"
    function.write_text(FUNCTION.replace("VERSION", "one "), encoding="utf-8")
    try:
        old = Socket(place)
        old.send("x" * LONG)
        if old.receive() != "one " + "x" * LONG:
            yield "a WebSocket function does not echo 200 kB"
        if Socket(place, "https://other.example").status != 403:
            yield "a page of another origin may open a WebSocket"
        function.write_text(FUNCTION.replace("VERSION", "two "), encoding="utf-8")
        new = Socket(place)
        new.send("y")
        if new.receive() != "two y":
            yield "a WebSocket that is opened after a save is not answered by what was saved"
        start = time.monotonic()
        if old.receive():
            yield "an old WebSocket hears something after a save"
        if time.monotonic() - start > END_SECONDS:
            yield "an old WebSocket is not ended after a save"
    finally:
        function.unlink()


def check(place: str, project: Path) -> int:
    """Returns the number of faults, which are printed."""
    found = list(faults(place, project))
    for fault in found:
        print(fault)
    return len(found)
