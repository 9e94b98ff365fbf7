"""One client's connection to the standard-library front, served by one worker thread at a time."""

from __future__ import annotations

import contextvars
import time
from abc import ABC, abstractmethod

from . import contract
from .exchange import Request
from .head import BadRequest, take
from .log import failure
from .paths import BadPath, split_target
from .plain import refusal
from .service import Service
from .wire import Wire
from .wire_exchange import WireExchange

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    from typing import Optional, Tuple

    from .head import Head

AHEAD = 65536
"""Up to this size a body is awaited before a function is called: a slow client then holds no thread."""


class Keeper(Service, ABC):
    """Who has accepted a connection, and watches it while no worker does."""

    @abstractmethod
    def park(self, connection: Connection) -> None:
        """Watch a silent connection; called by its worker, which then lets it alone."""

    @abstractmethod
    def forget(self, connection: Connection) -> None:
        """Note that a connection has ended."""

    @abstractmethod
    def limit(self, connection: Connection, exchange: WireExchange) -> None:
        """Give an exchange up if it takes longer than is allowed."""

    @abstractmethod
    def end_limit(self, connection: Connection) -> None:
        """Note that a connection's exchange has ended."""


class Connection:
    """Reads requests one after the other; is parked with the server while the client is silent."""

    def __init__(self, keeper: Keeper, sock: socket.socket, client: Tuple[str, int]) -> None:
        self._keeper = keeper
        self._client = client
        self._address: Tuple[str, int] = sock.getsockname()[:2]
        self._fresh = True
        self._head: Optional[Head] = None
        """The head of the request whose body is awaited."""
        settings = keeper.settings
        self.wire = Wire(sock, settings.body_timeout, settings.send_timeout)
        self.deadline = time.monotonic() + settings.head_timeout
        """When the server gives up the connection while it is parked."""

    def serve(self) -> None:
        """Answer requests until the client is silent (the connection is parked then) or gone."""
        try:
            while True:
                head = self._next_request()
                if head is None:
                    return
                if not self._answer(head):
                    break
                if self._keeper.stopping and not (self.wire.buffer or self.wire.readable(wait=True)):
                    break
        except BadRequest as refusal:
            self.refuse(refusal.status)
        except OSError:
            self.wire.broken = True
        except Exception as error:
            failure("The runtime itself failed.", error)
            self.wire.broken = True
        self.close()

    def expire(self) -> None:
        """Give up a parked connection: 408 when a request was awaited, nothing between requests."""
        if self._fresh or self.wire.buffer or self._head is not None:
            self.refuse(408)
        self.close()

    def refuse(self, status: int) -> None:
        """Answer a request that could not be read."""
        self.wire.unread = True
        try:
            self.wire.send([refusal(status)])
        except OSError:
            self.wire.broken = True

    def close(self) -> None:
        """End the connection without losing what was sent."""
        self._keeper.forget(self)
        self.wire.close()

    def _next_request(self) -> Optional[Head]:
        """Return the next head, after which a small body is all there; None when parked or ended."""
        head = self._head if self._head is not None else self._next_head()
        if head is None:
            return None
        if self._head is None and self._is_awaited(head):
            self._head = head
            self._restart()
        while self._is_awaited(head):
            if not self._receive():
                return None
            self._restart()
        self._head = None
        return head

    def _restart(self) -> None:
        """Let the client take its time for the next bytes of a body."""
        self.deadline = time.monotonic() + self._keeper.settings.body_timeout

    def _is_awaited(self, head: Head) -> bool:
        """Whether more of a body must come before its function is called."""
        limit = self._keeper.settings.max_body
        length = 0 if head.length is None or head.expects else head.length
        return len(self.wire.buffer) < length <= AHEAD and (limit is None or length <= limit)

    def _next_head(self) -> Optional[Head]:
        """Return the next head; None when the connection was parked or has ended."""
        settings = self._keeper.settings
        wire = self.wire
        while True:
            if wire.buffer:
                head = take(wire.buffer, settings.max_head, settings.max_fields)
                if head is not None:
                    self._fresh = False
                    return head
            begun = self._fresh or bool(wire.buffer)
            if not self._receive():
                return None
            if not begun:
                self.deadline = time.monotonic() + settings.head_timeout
            if time.monotonic() > self.deadline:
                raise BadRequest(408)

    def _receive(self) -> bool:
        """Receive more; False when the connection was parked for that, or has ended."""
        data = self.wire.receive(wait=not self._keeper.pool.busy)
        if data:
            self.wire.buffer += data
        elif data is None:
            self._park()
        else:
            self.close()
        return bool(data)

    def _park(self) -> None:
        settings = self._keeper.settings
        if not self._fresh and not self.wire.buffer and self._head is None:
            self.deadline = time.monotonic() + settings.idle_timeout
        self._keeper.park(self)

    def _answer(self, head: Head) -> bool:
        """Answer one request; True when the connection can take another."""
        try:
            path, query = split_target(head.target)
        except BadPath:
            raise BadRequest(400) from None
        limit = self._keeper.settings.max_body
        if limit is not None and head.length is not None and head.length > limit:
            raise BadRequest(413)
        fields = head.fields
        request = Request(
            head.method,
            path,
            query,
            head.version,
            head.headers,
            fields,
            self._client,
            self._address,
            "http",
            contract.request_id(fields.get(b"x-request-id")),
            time.perf_counter(),
        )
        dispatcher = self._keeper.dispatcher
        exchange = WireExchange(self._keeper, self.wire, head, request)
        exchange.found = dispatcher.find(path) if path != "*" else 204 if head.method == "OPTIONS" else 400
        self._keeper.limit(self, exchange)
        try:
            complete = contextvars.copy_context().run(dispatcher.respond, exchange.found, exchange)
            return exchange.finish(complete)
        finally:
            self._keeper.end_limit(self)
