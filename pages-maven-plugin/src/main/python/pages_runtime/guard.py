"""A guard in front of uvicorn's protocol classes: what decides safety is decided alike for both.

It answers slow and silent clients (408) and large heads (431), gives every refusal of the parser
our form, lets only ASGI functions be upgraded to WebSockets, and cuts clients that take nothing of
a response. It rests on the methods of ``asyncio.Protocol``, on httptools' callbacks, and on these
names of uvicorn: ``transport``, ``flow``, ``cycle`` and its ``scope`` and ``more_body``, ``scope``, ``config``.
"""

import sys
import time
from abc import ABC, abstractmethod
from typing import Any, Dict, Optional, Set

from .cork import Cork
from .plain import PLAIN, refusal
from .settings import Settings


class Guard(ABC):
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

    @abstractmethod
    def _in_head(self) -> bool:
        """Whether a request's head has begun and not ended; true before the first one begins."""

    @abstractmethod
    def _in_body(self) -> bool:
        """Whether a request's body has not ended; asked when no head has begun."""

    @abstractmethod
    def _target(self) -> bytes:
        """Return the request's target as sent."""

    def connection_made(self, transport: Any) -> None:
        self._head: Any = None
        self._heard = False
        self._since = self._last = time.monotonic()
        self._stalled: Optional[float] = None
        self.guarded.add(self)
        super().connection_made(Cork(transport))  # type: ignore[misc]

    def connection_lost(self, exc: Optional[BaseException]) -> None:
        self.guarded.discard(self)
        super().connection_lost(exc)  # type: ignore[misc]

    def data_received(self, data: bytes) -> None:
        self._heard = True
        super().data_received(data)  # type: ignore[misc]

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

    def sweep(self, now: float) -> None:
        """Refuse or cut the client if it is late."""
        settings = self.settings
        if self._heard:
            self._heard, self._last = False, now
        if self._stalled is not None and now - self._stalled > settings.send_timeout:
            self.transport.abort()
        elif self.flow is not None and self.flow.read_paused:
            self._since = self._last = now
        elif self._in_head():
            if self._head is not self.scope or self._is_busy():
                self._head, self._since = self.scope, now
            if now - self._since > settings.head_timeout:
                self.refuse(408)
        elif self._in_body() and now - self._last > settings.body_timeout:
            if self._is_busy():
                self.refuse(408)
            else:
                self.transport.close()

    def _is_busy(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def refuse(self, status: int) -> None:
        """Answer with a status, if no response is on its way, and close the connection."""
        if not self._is_busy() or not self.cycle.response_started:
            self.transport.begins = None
            self.transport.write(refusal(status))
        if self.cycle is not None:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.transport.close()


class HttptoolsGuard(Guard):
    """For uvicorn's httptools protocol, which makes a scope where a head begins, and a cycle where it ends."""

    url: bytes

    def connection_made(self, transport: Any) -> None:
        self._size = 0
        super().connection_made(transport)

    def data_received(self, data: bytes) -> None:
        self._heard = True
        before, cycle = self.scope, self.cycle
        alone = cycle is None or not cycle.more_body
        super(Guard, self).data_received(data)  # type: ignore[misc]
        if self.cycle is cycle and self._in_head():
            # What comes with the end of a body counts from the next time on.
            self._size = (self._size if before is self.scope else 0) + (len(data) if alone or self._size else 1)
            if self._size > self.settings.max_head:
                self.refuse(431)

    def on_headers_complete(self) -> None:
        super().on_headers_complete()  # type: ignore[misc]
        cycle = self.cycle
        if self.scope.get("http_version") == "1.0" and cycle is not None and cycle.scope is self.scope:
            cycle.waiting_for_100_continue = False
            cycle.chunked_encoding = False
            cycle.expected_content_length = _Unbounded()

    def _in_head(self) -> bool:
        return self.cycle is None or self.cycle.scope is not self.scope

    def _in_body(self) -> bool:
        return bool(self.cycle.more_body)

    def _target(self) -> bytes:
        return self.url


class H11Guard(Guard):
    """For uvicorn's h11 protocol, whose parser is asked for its state."""

    conn: Any

    def _in_head(self) -> bool:
        if str(self.conn.their_state) != "IDLE":
            return False
        return self.cycle is None or bool(self.conn.trailing_data[0])

    def _in_body(self) -> bool:
        return str(self.conn.their_state) == "SEND_BODY"

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
