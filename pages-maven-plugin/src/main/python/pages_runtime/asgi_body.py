"""A request's body over ASGI, read by a worker thread; the loop reads ahead of it."""

from __future__ import annotations

import asyncio
import io
import threading
from collections import deque

from .exchange import Disconnected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, BinaryIO, Callable, Deque, Dict, Optional

    Receive = Callable[[], Awaitable[Dict[str, Any]]]

AHEAD = 65536
"""How many bytes of a body are read before its function is called, or asks for them."""


class BodyRefused(OSError):
    """Raised where an application reads or answers a request whose body was refused."""


def limited(receive: Receive, limit: int, exceed: Callable[[], None]) -> Receive:
    """Return a ``receive`` that calls ``exceed`` and raises once a body has more than ``limit`` bytes."""
    left = limit

    async def receive_limited() -> Dict[str, Any]:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            exceed()
            raise BodyRefused(413, "the request's body is too large")
        return message

    return receive_limited


class AsgiBody(io.RawIOBase):
    """Made on the loop. ``stream`` and ``readinto`` are the thread's, all else is the loop's."""

    def __init__(
        self, receive: Receive, length: Optional[int], before_wait: Callable[[], None], on_leave: Callable[[], None]
    ) -> None:
        self.left = False
        """Whether the client has closed the connection, or the request was given up."""
        self.refused = False
        """Whether the body is too large."""
        self._receive = receive
        self._length = length
        self._before_wait = before_wait
        self._on_leave = on_leave
        self._loop = asyncio.get_running_loop()
        self._chunks: Deque[bytes] = deque()
        self._size = 0
        self._done = length == 0
        self._task: Optional[asyncio.Task[None]] = None
        self._waiting: Optional[threading.Event] = None

    def stream(self) -> BinaryIO:
        """Return the body as a stream; what has not arrived is waited for when it is read."""
        if self._done:
            return io.BytesIO(b"".join(self._chunks))
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read at least one byte, or none at the body's end. Raises Disconnected."""
        while not self._chunks:
            if self._done:
                return 0
            if self.left or self.refused:
                raise Disconnected("the client closed the connection inside its request")
            event = self._waiting = threading.Event()
            self._loop.call_soon_threadsafe(self.read_on)  # first: 100 Continue goes before the head
            self._before_wait()
            event.wait()
            self._waiting = None
        part = self._chunks.popleft()
        size = len(buffer)
        if len(part) > size:
            self._chunks.appendleft(part[size:])
            part = part[:size]
        self._size -= len(part)
        buffer[: len(part)] = part
        return len(part)

    async def prefetch(self) -> bool:
        """Read a small body before a thread is taken for it; False when the client left."""
        if self._length is not None and self._length <= AHEAD:
            while not (self._done or self.left or self.refused):
                await self._read_one()
        return not self.left

    def read_on(self) -> None:
        """Read the body, or watch for the client's end when there is none left."""
        if self._chunks or self._done or self.left or self.refused:
            self.wake()
        if self._task is None or self._task.done():
            self._task = self._loop.create_task(self._read_ahead())

    def stop(self) -> None:
        """Read no more; a thread that waits is told that the client has left."""
        if self._task is not None:
            self._task.cancel()
        self.wake()

    def wake(self) -> None:
        """Let a waiting thread look again."""
        event = self._waiting
        if event is not None:
            event.set()

    @property
    def watched(self) -> bool:
        """Whether the client's end would be seen."""
        return self._task is not None

    async def _read_ahead(self) -> None:
        while not self.left and not self.refused and (self._done or self._size < AHEAD):
            await self._read_one()

    async def _read_one(self) -> None:
        try:
            message = await self._receive()
        except OSError:
            self.refused = True
        else:
            if message["type"] != "http.request":
                self.left = True
                self._on_leave()
            data = message.get("body", b"")
            if data:
                self._size += len(data)
                self._chunks.append(data)
            self._done = self._done or (not self.left and not message.get("more_body", False))
        self.wake()
