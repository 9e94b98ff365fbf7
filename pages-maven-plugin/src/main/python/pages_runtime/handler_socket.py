"""The socket-like object that a handler class gets for its connection.

Its input replays one request's head, then the body. Its output reads the head that the handler
writes and passes head and body on to the exchange, which frames them anew.
"""

from __future__ import annotations

import io
import sys
from http.server import BaseHTTPRequestHandler

from .chunks import ChunkDecoder
from .fields import FIELD, HOP_BY_HOP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, BinaryIO, List, Optional

    from .contract import Headers
    from .exchange import Exchange

_MAX_HEAD = 1 << 20
_LAST_FLUSHES = (BaseHTTPRequestHandler.handle_one_request.__code__, BaseHTTPRequestHandler.finish.__code__)


class BadResponse(Exception):
    """A handler wrote something that is no HTTP response."""


class ResponseWriter(io.BufferedIOBase):
    """``wfile``: takes a response in any pieces."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._head: Optional[bytearray] = bytearray()
        self._chunks: Optional[ChunkDecoder] = None
        self._closing = False
        self._interim = False

    def writable(self) -> bool:
        """Return True."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes. Raises Disconnected when the client is gone."""
        size = data.nbytes if isinstance(data, memoryview) else len(data)
        if self._head is None:
            self._pass(bytes(data))
            return size
        self._head += data
        while self._head is not None and self._take_head():
            pass
        return size

    def flush(self) -> None:
        """Send what was written so far, if the head is complete.

        The flush with which ``http.server`` ends every request is none of the handler's wishes: the
        end of the response sends it all, with its length.
        """
        if self._head is None and not self._closing and sys._getframe(1).f_code not in _LAST_FLUSHES:
            self._exchange.flush()

    def close(self) -> None:
        """Take no more."""
        self._closing = True
        super().close()

    def finish(self) -> None:
        """Check that a whole response was written. Raises BadResponse."""
        if self._head is not None:
            alone = "an interim response alone (RFC 9110, section 15.2)" if self._interim else "no response head"
            raise BadResponse(f"the handler ended with {alone}: send_response and end_headers give one")
        if self._chunks is not None and not self._chunks.done:
            raise BadResponse("the handler ended inside its own chunked body")

    def _take_head(self) -> bool:
        """Read one response head off what was written; False when there is none yet."""
        head = self._head
        assert head is not None
        if head[:5] != b"HTTP/"[: len(head)]:
            raise BadResponse("the handler wrote a body before its response head (send_response, end_headers)")
        end, skip = head.find(b"\r\n\r\n"), 4
        if end < 0:
            end, skip = head.find(b"\n\n"), 2
        if end < 0:
            if len(head) > _MAX_HEAD:
                raise BadResponse("the handler's response head does not end")
            return False
        rest = bytes(head[end + skip :])
        lines = bytes(head[:end]).split(b"\n")
        status, reason = _status(lines[0].rstrip(b"\r"))
        if status < 200:
            self._interim = True
            self._head = bytearray(rest)
            return bool(rest)
        self._head = None
        headers = _fields(lines[1:])
        if any(n.lower() == b"transfer-encoding" and b"chunked" in v.lower() for n, v in headers):
            self._chunks = ChunkDecoder()
        self._exchange.start(status, reason, [f for f in headers if f[0].lower() not in HOP_BY_HOP])
        if rest:
            self._pass(rest)
        return False

    def _pass(self, data: bytes) -> None:
        if self._chunks is not None:
            data = self._chunks.feed(data)
        if data:
            self._exchange.write(data)


def _status(line: bytes) -> tuple[int, bytes]:
    parts = line.split(b" ", 2)
    if len(parts) < 2 or len(parts[1]) != 3 or not parts[1].isdigit() or parts[1] < b"100":
        raise BadResponse(f"the handler wrote the status line {line!r}")
    return int(parts[1]), parts[2] if len(parts) == 3 else b""


def _fields(lines: List[bytes]) -> Headers:
    headers: Headers = []
    for line in lines:
        match = FIELD.fullmatch(line[:-1] if line.endswith(b"\r") else line)
        if match is None:
            raise BadResponse(f"the handler wrote the header line {line!r}")
        headers.append((match.group(1), match.group(2).rstrip(b" \t")))
    return headers


class _Replay(io.RawIOBase):
    """A request head, then the body; one read never mixes the two."""

    def __init__(self, head: bytes, body: BinaryIO) -> None:
        self._head = head
        self._body = body

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._head:
            part, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            read1 = getattr(self._body, "read1", self._body.read)
            part = read1(len(buffer))
        buffer[: len(part)] = part
        return len(part)


class HandlerSocket:
    """Stands in for the connection; options and timeouts are accepted and ignored."""

    def __init__(self, exchange: Exchange, writer: ResponseWriter, head: bytes = b"") -> None:
        self._exchange = exchange
        self._writer = writer
        self._head = head
        self._timeout: Optional[float] = None

    def makefile(self, mode: str = "r", buffering: Optional[int] = None, **_: Any) -> Any:
        """Return the input (once: the head is replayed for the first caller) or the output."""
        if "w" in mode:
            return self._writer
        head, self._head = self._head, b""
        return io.BufferedReader(_Replay(head, self._exchange.body()))

    def sendall(self, data: bytes, flags: int = 0) -> None:
        """Write to the response."""
        self._writer.write(data)

    def send(self, data: bytes, flags: int = 0) -> int:
        """Write to the response."""
        return self._writer.write(data)

    def recv(self, size: int, flags: int = 0) -> bytes:
        """Read from the request's body."""
        body: Any = self._exchange.body()
        data: bytes = getattr(body, "read1", body.read)(size)
        return data

    def settimeout(self, value: Optional[float]) -> None:
        """Keep the value; the timeouts of the server count."""
        self._timeout = value

    def gettimeout(self) -> Optional[float]:
        """Return what ``settimeout`` was given."""
        return self._timeout

    def getpeername(self) -> tuple[str, int]:
        """Return the client's address."""
        return self._exchange.request.client

    def getsockname(self) -> tuple[str, int]:
        """Return the server's address."""
        return self._exchange.request.server

    def setsockopt(self, *_: Any) -> None:
        """Do nothing."""

    def shutdown(self, how: int) -> None:
        """Do nothing: the connection is the front's."""

    def close(self) -> None:
        """Do nothing: the connection is the front's."""
