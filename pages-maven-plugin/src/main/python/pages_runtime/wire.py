"""The bytes of one connection: receiving with time limits, sending, and an orderly end."""

from __future__ import annotations

import select
import socket
import struct
import sys
import time

from .unsent import unsent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, Optional

TICK = 0.1
"""How long one attempt to receive waits, in seconds."""
LINGER = 1.0
"""How long a client that still sends is listened to before the connection is closed."""
_BLOCK = 65536
_NO_WAIT = getattr(socket, "MSG_DONTWAIT", 0)


class Wire:
    """A socket with a buffer of what was received and not yet used."""

    def __init__(self, sock: socket.socket, body_timeout: float, send_timeout: float) -> None:
        self._sock = sock
        self._body_timeout = body_timeout
        self._send_timeout = send_timeout
        self._stalled: Optional[float] = None
        """Since when the client has taken nothing of a response, as far as is known."""
        self._waiting = 0
        self.buffer = bytearray()
        self.broken = False
        """Whether the connection failed; nothing more is sent then."""
        self.unread = False
        """Whether the client may still be sending what nobody will read."""
        _set_timeouts(sock, TICK, send_timeout / 4)

    def fileno(self) -> int:
        """Return the socket's descriptor, for selectors."""
        return self._sock.fileno()

    def readable(self, wait: bool = False) -> bool:
        """Whether the client has sent more, or does so in a moment."""
        try:
            return bool(self._sock.recv(1, socket.MSG_PEEK | (0 if wait else _NO_WAIT)))
        except OSError:
            return False

    def receive(self, wait: bool = True) -> Optional[bytes]:
        """Return bytes, b"" at the end, or None when none came in time."""
        try:
            if wait:
                return self._sock.recv(_BLOCK)
            if _NO_WAIT:
                return self._sock.recv(_BLOCK, _NO_WAIT)
            ready = select.select([self._sock], [], [], 0)[0]
            return self._sock.recv(_BLOCK) if ready else None
        except (BlockingIOError, socket.timeout):
            return None

    def receive_body(self) -> Optional[bytes]:
        """Return bytes, b"" at the end, or None when the client paused for too long."""
        data = self.receive()
        if data is None:
            end = time.monotonic() + self._body_timeout - TICK
            while data is None and time.monotonic() < end:
                data = self.receive()
        return data

    def send(self, parts: Iterable[bytes]) -> None:
        """Send all parts. Raises OSError, also when the client takes nothing for too long."""
        rest = memoryview(b"".join(parts))
        try:
            while rest:
                try:
                    rest = rest[self._sock.send(rest) :]
                    self._stalled = None
                except (BlockingIOError, socket.timeout):
                    self._bear()
        except OSError:
            self.broken = True
            raise

    def _bear(self) -> None:
        """Raise TimeoutError if the client has taken nothing for too long."""
        before, self._waiting = self._waiting, unsent(self._sock)
        now = time.monotonic()
        if self._stalled is None or self._waiting < before:
            self._stalled = now
        elif now - self._stalled > self._send_timeout:
            raise TimeoutError("the client takes nothing")

    def send_some(self, data: bytes) -> int:
        """Send what goes without waiting; return how much that was."""
        try:
            return self._sock.send(data, _NO_WAIT)
        except (BlockingIOError, socket.timeout):
            return 0

    def abort(self) -> None:
        """End the connection in both directions, while its worker may be using it."""
        self.broken = True
        try:
            self._sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def close(self) -> None:
        """Close; a client that still sends is heard for a moment, so that it reads the answer first."""
        try:
            if not self.broken:
                self._sock.shutdown(socket.SHUT_WR)
                if self.unread:
                    end = time.monotonic() + LINGER
                    while time.monotonic() < end and self.receive() != b"":
                        pass
        except OSError:
            pass
        self._sock.close()


def _set_timeouts(sock: socket.socket, receive: float, send: float) -> None:
    """Limit both directions; by the kernel where it can, which saves a system call each time."""
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if sys.platform != "linux":
        sock.settimeout(receive)
        return
    sock.settimeout(None)
    for option, seconds in ((socket.SO_RCVTIMEO, receive), (socket.SO_SNDTIMEO, send)):
        value = struct.pack("@ll", int(seconds), int(seconds % 1 * 1_000_000))
        sock.setsockopt(socket.SOL_SOCKET, option, value)
