"""A guard in front of uvicorn's protocol classes: what decides safety is decided alike for both.

It answers slow and silent clients (408) and large heads (431), gives every refusal of the parser
our form, lets only ASGI functions be upgraded to WebSockets, and cuts clients that take nothing of
a response. It rests on the methods of ``asyncio.Protocol`` and on these names of uvicorn:
``transport``, ``flow``, ``cycle`` and its ``scope`` and ``more_body``, ``scope``, ``config``.
"""

from __future__ import annotations

import asyncio
import sys
import time
from abc import ABC, abstractmethod

from .cork import Cork
from .plain import PLAIN, refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional, Set

    from .settings import Settings

LAST_LOOK = 0.05
"""How long silent connections are kept when the server stops, in seconds."""
_MAX_FIELDS = 100
_MAX_LINE = 8000
"""What an opening handshake may have: beyond a little more, websockets gives no answer at all."""


class Guard(ABC):
    """To be the first base of a subclass of a protocol; one class serves one server."""

    settings: Settings
    guarded: Set[Guard]
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
        self._heard = self._worked = self._stopping = False
        self._since = self._last = time.monotonic()
        self._stalled: Optional[float] = None
        self._waiting = 0
        self.guarded.add(self)
        super().connection_made(Cork(transport))  # type: ignore[misc]

    def connection_lost(self, exc: Optional[BaseException]) -> None:
        self.guarded.discard(self)
        super().connection_lost(exc)  # type: ignore[misc]

    def data_received(self, data: bytes) -> None:
        self._heard = True
        super().data_received(data)  # type: ignore[misc]
        if self._stopping:
            self._close_after()

    def pause_writing(self) -> None:
        self._stalled, self._waiting = time.monotonic(), sys.maxsize
        super().pause_writing()  # type: ignore[misc]

    def resume_writing(self) -> None:
        self._stalled = None
        super().resume_writing()  # type: ignore[misc]

    def shutdown(self) -> None:
        """End with the next response, or soon: what has been sent and was not read yet is answered before that."""
        self._stopping = True
        self._close_after()
        asyncio.get_running_loop().call_later(LAST_LOOK, self._end)

    def _close_after(self) -> None:
        """Close after the next response, which says so."""
        if self.cycle is not None and not self.cycle.response_started:
            self.cycle.keep_alive = False

    def _end(self) -> None:
        if self in self.guarded:
            super().shutdown()  # type: ignore[misc]

    def handle_websocket_upgrade(self, *args: Any) -> None:
        headers = self.scope["headers"]
        lines = [len(self._target()), *(len(name) + len(value) for name, value in headers)]
        if len(headers) > _MAX_FIELDS or max(lines) > _MAX_LINE:
            self.refuse(431)
            return
        self.guarded.discard(self)
        super().handle_websocket_upgrade(*args)  # type: ignore[misc]

    def send_400_response(self, msg: str) -> None:
        """Answer what the parser refused; h11 says with which status."""
        status = getattr(sys.exc_info()[1], "error_status_hint", 400)
        self.refuse(status if status in PLAIN else 400)

    def _should_upgrade(self) -> bool:
        """Whether to open a WebSocket: only for an ASGI function, and never over HTTP/1.0 (RFC 9110, section 7.8).

        Nor while a response is owed, which would come among the WebSocket's bytes; the request is a plain one then.
        """
        if self._is_busy() or self.scope["http_version"] != "1.1":
            return False
        upgrades: bool = super()._should_upgrade()  # type: ignore[misc]
        return upgrades and self.config.loaded_app.upgrades(self._target())

    def sweep(self, now: float) -> None:
        """Refuse or cut the client if it is late, or silent between requests for too long."""
        settings = self.settings
        worked, self._worked = self._worked, self._is_busy()
        if self._heard:
            self._heard, self._last = False, now
        if self._stalled is not None and self._takes_nothing(now):
            self.transport.abort()
        elif self.flow is not None and self.flow.read_paused:
            self._since = self._last = now
        elif self._in_head():
            if self._head is not self.scope or self._worked:
                self._head, self._since = self.scope, now
            if now - self._since > settings.head_timeout:
                self.refuse(408)
        elif self._in_body():
            if now - self._last > settings.body_timeout:
                self._refuse_body()
        elif worked or self._worked:
            self._last = now
        elif now - self._last > settings.idle_timeout:
            self.transport.close()

    def _takes_nothing(self, now: float) -> bool:
        """Whether the client has taken nothing of what waits for it, for too long."""
        before, self._waiting = self._waiting, self.transport.unsent()
        if self._stalled is None or self._waiting < before:
            self._stalled = now
        return now - self._stalled > self.settings.send_timeout

    def _refuse_body(self) -> None:
        if self._worked:
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


class H11Guard(Guard):
    """For uvicorn's h11 protocol, whose parser is asked for its state."""

    conn: Any

    def sweep(self, now: float) -> None:
        if str(self.conn.our_state) == "ERROR":
            self.transport.close()  # What an application sent was no response, and it did not mind.
        else:
            super().sweep(now)

    def _in_head(self) -> bool:
        if str(self.conn.their_state) != "IDLE":
            return False
        return self.cycle is None or bool(self.conn.trailing_data[0])

    def _in_body(self) -> bool:
        return str(self.conn.their_state) == "SEND_BODY"

    def _target(self) -> bytes:
        target: bytes = self.scope["raw_path"] + b"?" + self.scope["query_string"]
        return target
