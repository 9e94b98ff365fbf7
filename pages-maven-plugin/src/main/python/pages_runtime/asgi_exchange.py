"""The exchange of the uvicorn front: a worker thread's request and response over ASGI.

The thread appends what it writes to a queue; one coroutine on the loop sends it. Each side wakes
the other at most once while that one sleeps, and a thread that is far ahead waits.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque

from .asgi_body import AsgiBody
from .exchange import Disconnected, Exchange
from .fields import HOP_BY_HOP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, BinaryIO, Callable, Deque, Dict, Optional

    from .asgi_body import Receive
    from .contract import Headers
    from .exchange import Request
    from .flusher import Flusher

    Send = Callable[[Dict[str, Any]], Awaitable[None]]

HOLD = 16384
"""How many bytes are held so that they leave as one packet."""
HIGH = 262144
"""How many bytes may wait for a slow client before the writing thread waits."""


class AsgiExchange(Exchange):
    """Made on the loop; ``body`` to ``end`` are called by the worker thread."""

    def __init__(
        self,
        request: Request,
        receive: Receive,
        send: Send,
        flusher: Flusher,
        length: Optional[int],
        named: Callable[[int, bytes], int],
    ) -> None:
        self.request = request
        expected = b"expect" in request.fields
        self.input = AsgiBody(receive, None if expected and length else length, self.flush, self._leave)
        """The body; one that the client has only announced is not read before it is asked for."""
        self._sender = send
        self._flusher = flusher
        self._named = named
        self._loop = asyncio.get_running_loop()
        self._body: Optional[BinaryIO] = None
        self._head: Optional[Dict[str, Any]] = None
        self._queue: Deque[bytes] = deque()
        self._written = self._taken = self._sent = 0
        self._left: Optional[int] = None
        self._mute = False
        self._writing: Optional[threading.Event] = None
        self._waiter: Optional[asyncio.Future[None]] = None
        self._woken = False
        self._ended = False
        self._whole = False
        self._gone = False

    # The worker thread's side.

    def body(self) -> BinaryIO:
        """Return the body; what has not arrived is waited for when it is read."""
        if self._body is None:
            self._body = self.input.stream()
        return self._body

    def start(self, status: int, reason: bytes, headers: Headers) -> None:
        """Keep the head; it is sent with the first part of the body."""
        if self.input.refused or self._gone:
            raise Disconnected("the request was given up")
        self._mute = status in (204, 304)
        fields: Headers = []
        for name, value in headers:
            key = name.lower()
            if key == b"content-length":
                if status == 204 or self._left is not None or not value.isdigit():
                    continue
                self._left = int(value)
            if key not in HOP_BY_HOP:
                fields.append((key, value))
        self._head = {"type": "http.response.start", "status": self._named(status, reason), "headers": fields}
        self.started = True

    def write(self, data: bytes) -> None:
        """Queue a part of the body; what exceeds the Content-Length is cut."""
        if self._gone:
            raise Disconnected("the client is gone")
        if self._left is not None:
            data = data[: self._left]
            self._left -= len(data)
        if not data or self._mute:
            return
        self._queue.append(data)
        first = self._written == self._taken
        self._written += len(data)
        if self._written - self._taken >= HOLD:
            self._wake()
            self._wait_for_room()
        elif first:
            self._flusher.hold(self)

    def flush(self) -> None:
        """Send what is queued."""
        if self.started:
            self._wake()

    def release(self) -> None:
        """Send what is held; called by the flusher."""
        if not self._ended:
            self._wake()

    def end(self, whole: bool) -> None:
        """End the response; called once, when the function has returned."""
        self._whole = whole and (not self._left or self._mute or self.request.method == "HEAD")
        self._ended = True
        self._flusher.drop(self)
        self._wake()

    def _wait_for_room(self) -> None:
        while self._written - self._sent > HIGH and not self._gone:
            event = self._writing = threading.Event()
            if self._written - self._sent > HIGH and not self._gone:
                event.wait()
            self._writing = None

    def _wake(self) -> None:
        if not self._woken:
            self._woken = True
            try:
                self._loop.call_soon_threadsafe(self._resume)
            except RuntimeError:
                self._gone = True

    # The loop's side.

    async def pump(self) -> bool:
        """Send what the thread writes; False when the response broke off."""
        try:
            while True:
                if not self._woken:
                    self._waiter = self._loop.create_future()
                    await self._waiter
                    self._waiter = None
                self._woken = False
                ended = self._ended
                if self._gone or (self.input.refused and self._head is not None):
                    return False
                if await self._send_queued(ended):
                    return self._whole
        finally:
            self._give_up()

    def _resume(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def _send_queued(self, ended: bool) -> bool:
        """Send the queue; True when that was the end."""
        parts = [self._queue.popleft() for _ in range(len(self._queue))]
        data = b"".join(parts)
        self._taken += len(data)
        if self._head is not None:
            head, self._head = self._head, None
            if ended and self._whole and self._left is None and self._is_measured(data):
                head["headers"].append((b"content-length", b"%d" % len(data)))
            await self._sender(head)
            if not ended and not self.input.watched:
                self.input.read_on()
        if self.started and (data or (ended and self._whole)):
            await self._sender({"type": "http.response.body", "body": data, "more_body": not (ended and self._whole)})
        self._sent += len(data)
        if self._writing is not None:
            self._writing.set()
        return ended

    def _is_measured(self, data: bytes) -> bool:
        """Whether the length of a whole body is told: not of one that HEAD left out."""
        return not self._mute and (bool(data) or self.request.method != "HEAD")

    def _leave(self) -> None:
        """Stop the thread's writing: the client is gone, or the request was given up."""
        self._gone = True
        self._woken = True
        self._resume()
        if self._writing is not None:
            self._writing.set()

    def _give_up(self) -> None:
        if not self._ended:
            self.input.left = True
            self._leave()
        self.input.stop()
