"""One client's connection to the standard-library front, served by one worker thread at a time."""

import contextvars
import socket
import time
from abc import ABC, abstractmethod
from typing import ContextManager, Optional, Tuple

from . import contract
from .exchange import Request
from .head import BadRequest, Head, take
from .paths import BadPath, split_target
from .plain import refusal
from .service import Service
from .wire import Wire
from .wire_exchange import WireExchange


class Keeper(Service, ABC):
    """Who has accepted a connection, and watches it while no worker does."""

    @abstractmethod
    def park(self, connection: "Connection") -> None:
        """Watch a silent connection; called by its worker, which then lets it alone."""

    @abstractmethod
    def forget(self, connection: "Connection") -> None:
        """Note that a connection has ended."""

    @abstractmethod
    def limited(self, connection: "Connection", exchange: WireExchange) -> ContextManager[None]:
        """Give an exchange up when it takes longer than is allowed."""


class Connection:
    """Reads requests one after the other; is parked with the server while the client is silent."""

    def __init__(self, keeper: Keeper, sock: socket.socket, client: Tuple[str, int]) -> None:
        self._keeper = keeper
        self._client = client
        self._address: Tuple[str, int] = sock.getsockname()[:2]
        self._fresh = True
        settings = keeper.settings
        self.wire = Wire(sock, settings.body_timeout, settings.send_timeout)
        self.deadline = time.monotonic() + settings.head_timeout
        """When the server gives up the connection while it is parked."""

    def serve(self) -> None:
        """Answer requests until the client is silent (the connection is parked then) or gone."""
        try:
            while True:
                head = self._next_head()
                if head is None:
                    return
                if not self._answer(head):
                    break
                if self._keeper.stopping:
                    break
        except BadRequest as refusal:
            self.refuse(refusal.status)
        except OSError:
            self.wire.broken = True
        self.close()

    def expire(self) -> None:
        """Give up a parked connection: 408 when a head was awaited, nothing between requests."""
        if self._fresh or self.wire.buffer:
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
            data = wire.receive(wait=not self._keeper.pool.busy)
            if data is None:
                self._park()
                return None
            if not data:
                self.close()
                return None
            if not wire.buffer and not self._fresh:
                self.deadline = time.monotonic() + settings.head_timeout
            wire.buffer += data
            if time.monotonic() > self.deadline:
                raise BadRequest(408)

    def _park(self) -> None:
        settings = self._keeper.settings
        if not self._fresh and not self.wire.buffer:
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
        with self._keeper.limited(self, exchange):
            complete = contextvars.copy_context().run(dispatcher.respond, exchange.found, exchange)
            return exchange.finish(complete)
