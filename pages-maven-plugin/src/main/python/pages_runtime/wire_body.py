"""The body of a request that is read from a Wire."""

from __future__ import annotations

import io

from .chunks import BadChunk, ChunkDecoder
from .exchange import Disconnected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional

    from .head import Head
    from .wire import Wire

DRAIN = 65536
"""How much of an unread body is read away to keep a connection."""


class BodyError(Disconnected):
    """The body cannot be read; ``status`` says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class WireBody(io.RawIOBase):
    """Ends where the body ends. Reading raises BodyError, or Disconnected when the client is gone."""

    def __init__(
        self,
        wire: Wire,
        head: Head,
        limit: Optional[int],
        before_wait: Callable[[], None],
        begun: Callable[[], bool],
    ) -> None:
        self._wire = wire
        self._left = head.length
        self._expects = head.expects
        self._decoder = ChunkDecoder() if head.length is None else None
        self._decoded = bytearray()
        self._limit = limit
        self._count = 0
        self._before_wait = before_wait
        self._begun = begun
        self.error: Optional[int] = None

    @property
    def untouched_expectation(self) -> bool:
        """Whether the client still waits for ``100 Continue``."""
        return self._expects

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read at least one byte, or none at the body's end."""
        data = self._fixed(len(buffer)) if self._decoder is None else self._chunked(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def drain(self) -> bool:
        """Read a small rest away; False when it is large, late, or was never asked for."""
        if self._expects:
            return False
        total = 0
        try:
            while total <= DRAIN:
                size = self.readinto(memoryview(bytearray(DRAIN)))
                if not size:
                    return True
                total += size
        except OSError:
            pass
        return False

    def _fixed(self, size: int) -> bytes:
        assert self._left is not None
        if not self._left:
            return b""
        if not self._wire.buffer:
            self._receive()
        part = bytes(self._wire.buffer[: min(size, self._left)])
        del self._wire.buffer[: len(part)]
        self._left -= len(part)
        return part

    def _chunked(self, size: int) -> bytes:
        decoder = self._decoder
        assert decoder is not None
        while not self._decoded and not decoder.done:
            if not self._wire.buffer:
                self._receive()
            data = bytes(self._wire.buffer)
            self._wire.buffer.clear()
            try:
                self._decoded += decoder.feed(data)
            except BadChunk:
                self._fail(400)
            if decoder.done:
                self._wire.buffer += decoder.rest
        part = bytes(self._decoded[:size])
        del self._decoded[: len(part)]
        self._count += len(part)
        if self._limit is not None and self._count > self._limit:
            self._fail(413)
        return part

    def _receive(self) -> None:
        """Wait for more bytes of the client."""
        if self._expects:
            self._expects = False
            if not self._begun():
                self._wire.send([b"HTTP/1.1 100 Continue\r\n\r\n"])
        self._before_wait()
        data = self._wire.receive_body()
        if data is None:
            self._fail(408)
        elif not data:
            self._wire.broken = True
            raise Disconnected("the client closed the connection inside its request")
        else:
            self._wire.buffer += data

    def _fail(self, status: int) -> None:
        self.error = status
        raise BodyError(status)
