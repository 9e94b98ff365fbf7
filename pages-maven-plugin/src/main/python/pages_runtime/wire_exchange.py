"""The exchange of the standard-library front: frames a response as HTTP/1.1 (RFC 9112, section 6)."""

from __future__ import annotations

import io
import threading
from http import HTTPStatus

from . import contract, log
from .exchange import Disconnected, Exchange
from .fields import HOP_BY_HOP
from .plain import PLAIN, whole
from .wire_body import WireBody

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO, List, Optional, Union

    from .contract import Headers
    from .dispatch import Found
    from .exchange import Request
    from .head import Head
    from .service import Service
    from .wire import Wire

HOLD = 16384
"""How many bytes are held so that they leave as one packet."""
_REASONS = {status.value: status.phrase.encode() for status in HTTPStatus}


class WireExchange(Exchange):
    """Holds small output until the response ends or the flusher releases it."""

    def __init__(self, service: Service, wire: Wire, head: Head, request: Request) -> None:
        self.request = request
        self.found: Union[Found, int] = 404
        self._service = service
        self._wire = wire
        self._keep_alive = head.keep_alive
        self._has_body = head.length != 0
        self._raw_body = WireBody(wire, head, service.settings.max_body, self.flush, self._is_begun)
        self._body: Optional[BinaryIO] = None
        self._lock = threading.Lock()
        self._head: Optional[bytes] = None
        self._held: List[bytes] = []
        self._size = 0
        self._unsent = b""
        self._chunked = False
        self._bodiless = request.method == "HEAD"
        self._mute = False
        self._expired = False
        self._left: Optional[int] = None

    def _is_begun(self) -> bool:
        """Whether the head of the response has been sent: no interim response may follow it."""
        return self.started and self._head is None

    def body(self) -> BinaryIO:
        """Return the body; an unread 100-continue is sent at its first read."""
        if self._body is None:
            self._body = io.BufferedReader(self._raw_body) if self._has_body else io.BytesIO()
        return self._body

    def start(self, status: int, reason: bytes, headers: Headers) -> None:
        """Make the head; how the body is framed is decided when it is sent."""
        with self._lock:
            if self._raw_body.error is not None or self._expired:
                raise Disconnected("the request was given up")
            self.started = True
        self._begin(status, reason, headers)

    def _begin(self, status: int, reason: bytes, headers: Headers) -> None:
        self._keep_alive = self._keep_alive and not self._service.stopping
        if status in (204, 304):
            self._bodiless = self._mute = True
        lines = [b"HTTP/1.1 %d %s\r\n" % (status, reason or _REASONS.get(status, b""))]
        for name, value in headers:
            key = name.lower()
            if key == b"content-length":
                if status == 204 or self._left is not None or not value.isdigit():
                    continue
                self._left = int(value)
            if key not in HOP_BY_HOP:
                lines.append(b"%s: %s\r\n" % (name, value))
        head = b"".join(lines)
        self._head = head + contract.lines(status, head, self.request.id)
        self._service.dispatcher.served(self.request, self.found, status, log.write)

    def write(self, data: bytes) -> None:
        """Hold or send a part of the body; what exceeds the Content-Length is cut."""
        if self._wire.broken:
            raise Disconnected("the client is gone")
        if self._left is not None:
            data = data[: self._left]
            self._left -= len(data)
        if not data:
            return
        with self._lock:
            if not self._size:
                self._service.flusher.hold(self)
            self._size += len(data)
            if not self._bodiless:
                self._held.append(data)
                if self._size >= HOLD:
                    self._send(False)

    def flush(self) -> None:
        """Send what is held."""
        if self.started:
            with self._lock:
                self._send(False)

    def release(self) -> None:
        """Send what is held as far as that goes without waiting; called by the flusher."""
        if self._lock.acquire(blocking=False):
            try:
                if self._held and not self._wire.broken:
                    data = self._unsent + self._framed(False)
                    self._unsent = data[self._wire.send_some(data) :]
            except OSError:
                self._wire.broken = True
            finally:
                self._lock.release()

    def expire(self) -> None:
        """Give the request up, for it took too long: 504 if its response has not begun."""
        with self._lock:
            self._expired = True
            begun = self.started
        if not begun:
            self._refuse(504)
        self._wire.abort()

    def finish(self, complete: bool) -> bool:
        """End the response; True when the connection can take another request."""
        self._service.flusher.drop(self)
        error = self._raw_body.error
        if self._wire.broken:
            return False
        if not self.started:
            if error is not None:
                self._refuse(error)
            self._wire.unread = True
            return False
        with self._lock:
            self._keep_alive = self._keep_alive and complete and error is None
            self._send(complete)
        if self._left and not self._bodiless:
            return False
        if self._has_body and not self._raw_body.drain():
            self._wire.unread = True
            return False
        return self._keep_alive

    def _refuse(self, status: int) -> None:
        self._keep_alive = False
        self.started = True
        self._begin(status, b"", whole(status, PLAIN[status]))
        self._held.append(PLAIN[status])
        try:
            with self._lock:
                self._send(True)
        except Disconnected:
            pass

    def _send(self, final: bool) -> None:
        """Send what is held; raises Disconnected. The lock is held."""
        data = self._unsent + self._framed(final)
        self._unsent = b""
        if data:
            try:
                self._wire.send([data])
            except OSError:
                raise Disconnected("the client is gone") from None

    def _framed(self, final: bool) -> bytes:
        """Take what is held, framed for the wire."""
        held, self._held = b"".join(self._held), []
        head = b""
        if self._head is not None:
            head, self._head = self._head + self._framing(final), None
        self._size = 0
        if self._chunked:
            held = b"%x\r\n%s\r\n" % (len(held), held) if held else b""
            if final:
                held += b"0\r\n\r\n"
        return head + held

    def _framing(self, final: bool) -> bytes:
        """Return the last lines of the head: how the body ends, and whether the connection stays."""
        lines = b""
        if self._left is None and not self._mute and (self._size or not self._bodiless):
            if final:
                lines = b"Content-Length: %d\r\n" % self._size
            elif self._bodiless:
                pass
            elif self.request.version == "1.1":
                self._chunked = True
                lines = b"Transfer-Encoding: chunked\r\n"
            else:
                self._keep_alive = False
        unread = self._has_body and self._raw_body.untouched_expectation
        if not self._keep_alive or unread:
            return lines + b"Connection: close\r\n\r\n"
        return lines + (b"Connection: keep-alive\r\n\r\n" if self.request.version == "1.0" else b"\r\n")
