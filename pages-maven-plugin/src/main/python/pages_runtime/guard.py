"""A guard in front of uvicorn's protocol classes: what decides safety is decided alike for both.

It answers slow and silent clients (408) and large heads (431), gives every refusal of the parser
our form, lets only ASGI functions be upgraded to WebSockets, and cuts clients that take nothing of
a response. It rests on the methods of ``asyncio.Protocol``, on httptools' callbacks, and on these
names of uvicorn: ``transport``, ``flow``, ``cycle``, ``scope``, ``config``.
"""

import sys
import time
from typing import Any, Dict, Optional, Set

from . import contract
from .cork import Cork
from .dispatch import PLAIN
from .exchange import whole
from .settings import Settings

IDLE, HEAD, BODY = range(3)


class Guard:
    """To be the first base of a subclass of a protocol; one class serves one server."""

    settings: Settings
    guarded: "Set[Guard]"
    """The connections that ``sweep`` looks at."""

    # Of uvicorn's classes:
    transport: Any
    flow: Any
    cycle: Any
    scope: Dict[str, Any]
    config: Any

    def connection_made(self, transport: Any) -> None:
        self._state = HEAD
        self._size = 0
        self._since = self._last = time.monotonic()
        self._stalled: Optional[float] = None
        self.guarded.add(self)
        super().connection_made(Cork(transport))  # type: ignore[misc]

    def connection_lost(self, exc: Optional[BaseException]) -> None:
        self.guarded.discard(self)
        super().connection_lost(exc)  # type: ignore[misc]

    def data_received(self, data: bytes) -> None:
        self._last = time.monotonic()
        super().data_received(data)  # type: ignore[misc]
        if self._state == HEAD:
            self._size += len(data)
            if self._size > self.settings.max_head:
                self.refuse(431)

    def pause_writing(self) -> None:
        self._stalled = time.monotonic()
        super().pause_writing()  # type: ignore[misc]

    def resume_writing(self) -> None:
        self._stalled = None
        super().resume_writing()  # type: ignore[misc]

    def handle_websocket_upgrade(self, *args: Any) -> None:
        self.guarded.discard(self)
        super().handle_websocket_upgrade(*args)  # type: ignore[misc]

    def send_400_response(self, msg: str) -> None:
        """Answer what the parser refused; h11 says with which status."""
        status = getattr(sys.exc_info()[1], "error_status_hint", 400)
        self.refuse(status if status in PLAIN else 400)

    def _should_upgrade(self) -> bool:
        upgrades: bool = super()._should_upgrade()  # type: ignore[misc]
        return upgrades and self.config.loaded_app.upgrades(self._target())

    def _target(self) -> bytes:
        raise NotImplementedError

    def sweep(self, now: float) -> None:
        """Refuse or cut the client if it is late."""
        settings = self.settings
        if self._stalled is not None and now - self._stalled > settings.send_timeout:
            self.transport.abort()
        elif self.flow is not None and self.flow.read_paused:
            self._since = self._last = now
        elif (self._state == HEAD and now - self._since > settings.head_timeout) or (
            self._state == BODY and now - self._last > settings.body_timeout
        ):
            self.refuse(408)

    def refuse(self, status: int) -> None:
        """Answer with a status, if no response is on its way, and close the connection."""
        self._state = IDLE
        if self.cycle is None or self.cycle.response_complete or not self.cycle.response_started:
            text = PLAIN[status]
            request = contract.request_id(None)
            lines = [b"%s: %s\r\n" % field for field in contract.complete(status, whole(status, text), request)]
            head = b"HTTP/1.1 %d %s\r\n%sconnection: close\r\n\r\n" % (status, text, b"".join(lines))
            self.transport.write(head + text)
        if self.cycle is not None:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.transport.close()


class HttptoolsGuard(Guard):
    """For uvicorn's httptools protocol, whose parser calls these methods."""

    url: bytes

    def on_message_begin(self) -> None:
        self._state = HEAD
        self._size = 0
        self._since = time.monotonic()
        super().on_message_begin()  # type: ignore[misc]

    def on_headers_complete(self) -> None:
        self._state = BODY
        super().on_headers_complete()  # type: ignore[misc]
        cycle = self.cycle
        if self.scope.get("http_version") == "1.0" and cycle is not None and cycle.scope is self.scope:
            cycle.waiting_for_100_continue = False
            cycle.chunked_encoding = False
            cycle.expected_content_length = _Unbounded()

    def on_message_complete(self) -> None:
        self._state = IDLE
        super().on_message_complete()  # type: ignore[misc]

    def _target(self) -> bytes:
        return self.url


class H11Guard(Guard):
    """For uvicorn's h11 protocol, whose parser is asked for its state."""

    conn: Any

    def handle_events(self) -> None:
        super().handle_events()  # type: ignore[misc]
        state = str(self.conn.their_state)
        if state == "SEND_BODY":
            self._state = BODY
        elif state == "IDLE" and self.conn.trailing_data[0]:
            if self._state != HEAD:
                self._size = 0
                self._since = time.monotonic()
            self._state = HEAD
        elif state != "IDLE" or self.cycle is not None:
            self._state = IDLE

    def _target(self) -> bytes:
        target: bytes = self.scope["raw_path"]
        return target


class _Unbounded(int):
    """A length that an HTTP/1.0 response without Content-Length neither reaches nor exceeds.

    uvicorn would frame such a response as chunked, which HTTP/1.0 does not know; it ends with the
    connection instead.
    """

    def __lt__(self, other: int) -> bool:
        return False

    def __sub__(self, other: int) -> "_Unbounded":
        return self

    def __ne__(self, other: object) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0
