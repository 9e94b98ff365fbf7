"""A client for tests that sends exactly the bytes it is told to, and reads responses strictly."""

import socket
import time
from typing import Dict, List, NamedTuple, Optional, Tuple

PAUSE = 0.03
"""Seconds between the pieces of a request."""


class Response(NamedTuple):
    """One response; ``whole`` says whether its body ended as it was announced to."""

    status: int
    reason: str
    headers: List[Tuple[str, str]]
    body: bytes
    whole: bool
    interim: List[int]
    framing: str
    """``length``, ``chunked``, ``close`` or ``none``."""

    def values(self, name: str) -> List[str]:
        """Return the values of a header, in order."""
        return [value for key, value in self.headers if key.lower() == name.lower()]


class WireClient:
    """One connection."""

    def __init__(self, port: int, timeout: float = 10) -> None:
        self.sock = socket.create_connection(("127.0.0.1", port), timeout)
        self._buffer = b""
        self._ended = False

    def __enter__(self) -> "WireClient":
        return self

    def __exit__(self, *_: object) -> None:
        self.sock.close()

    def send(self, *pieces: bytes) -> None:
        """Send pieces with a pause between them; a server that closes early is no error."""
        for number, piece in enumerate(pieces):
            if number:
                time.sleep(PAUSE)
            try:
                self.sock.sendall(piece)
            except OSError:
                return

    def closed(self) -> bool:
        """Whether the server closes now; it must not send more, whether it does or not."""
        self.sock.settimeout(0.1)
        try:
            data = self._buffer or (b"" if self._ended else self.sock.recv(65536))
        except socket.timeout:
            return False
        except OSError:
            return True
        assert not data, f"more was sent: {data[:300]!r}"
        return True

    def wait_for(self, data: bytes) -> bool:
        """Whether bytes arrive, before the response is whole."""
        while data not in self._buffer:
            if not self._more():
                return False
        return True

    def take(self, size: int) -> bytes:
        """Read so many bytes."""
        whole = self._fill(size)
        assert whole, "the connection ended"
        data, self._buffer = self._buffer[:size], self._buffer[size:]
        return data

    def response(self, method: str = "GET") -> Optional[Response]:
        """Read one response; None when the connection ends instead."""
        interim: List[int] = []
        while True:
            while b"\r\n\r\n" not in self._buffer:
                if not self._more():
                    assert not self._buffer, self._buffer
                    return None
            head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
            lines = head.decode("latin-1").split("\r\n")
            version, status, reason = (lines[0] + " ").split(" ", 2)
            assert version == "HTTP/1.1" and len(status) == 3, lines[0]
            if int(status) < 200 and status != "101":
                interim.append(int(status))
                continue
            headers = []
            for line in lines[1:]:
                name, colon, value = line.partition(":")
                assert colon and name.strip() == name and "\n" not in line and "\r" not in line, line
                headers.append((name, value.strip()))
            break
        fields: Dict[str, str] = {name.lower(): value for name, value in headers}
        body, whole, framing = self._body(method, int(status), fields)
        return Response(int(status), reason.strip(), headers, body, whole, interim, framing)

    def _body(self, method: str, status: int, fields: Dict[str, str]) -> Tuple[bytes, bool, str]:
        if method == "HEAD" or status in (101, 204, 304):
            return b"", True, "none"
        if "transfer-encoding" in fields:
            assert fields["transfer-encoding"] == "chunked" and "content-length" not in fields, fields
            return (*self._chunks(), "chunked")
        if "content-length" in fields:
            size = int(fields["content-length"])
            whole = self._fill(size)
            body, self._buffer = self._buffer[:size], self._buffer[size:]
            return body, whole, "length"
        while self._more():
            pass
        body, self._buffer = self._buffer, b""
        return body, True, "close"

    def _chunks(self) -> Tuple[bytes, bool]:
        body = b""
        while True:
            while b"\r\n" not in self._buffer:
                if not self._more():
                    return body, False
            line, _, self._buffer = self._buffer.partition(b"\r\n")
            size = int(line, 16)
            if not self._fill(size + 2):
                return body + self._buffer[:size], False
            assert self._buffer[size : size + 2] == b"\r\n", self._buffer[:size]
            body += self._buffer[:size]
            self._buffer = self._buffer[size + 2 :]
            if not size:
                return body, True

    def _fill(self, size: int) -> bool:
        while len(self._buffer) < size:
            if not self._more():
                return False
        return True

    def _more(self) -> bool:
        try:
            data = self.sock.recv(65536)
        except ConnectionResetError:
            data = b""
        self._buffer += data
        self._ended = self._ended or not data
        return bool(data)
