"""One response of the uvicorn front: sends it, completes its head, and knows how far it has come."""

from __future__ import annotations

import asyncio
import time

from . import contract
from .asgi_body import BodyRefused, limited
from .exchange import Request
from .plain import PLAIN, refusal, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, Dict, Optional, Union

    from .asgi import Place
    from .asgi_body import Receive
    from .asgi_exchange import Send
    from .dispatch import Dispatcher, Found
    from .log import Batch

    Message = Dict[str, Any]


class BrokenOff(Exception):
    """Tells uvicorn to cut a connection whose response cannot be completed."""


class Responder:
    """Used on the loop, for one request.

    Applications get uvicorn's own ``send``: the Cork, through which the head leaves, asks ``begin``
    for what completes it. How far a response has come stands in uvicorn's cycle.
    """

    __slots__ = (
        "_cycle",
        "_dispatcher",
        "_found",
        "_limited",
        "_log",
        "_scope",
        "_send",
        "at",
        "fields",
        "id",
        "large",
        "path",
        "receive",
        "refusal",
    )  # fmt: skip

    def __init__(
        self,
        dispatcher: Dispatcher,
        scope: Message,
        path: str,
        fields: Dict[bytes, bytes],
        found: Union[Found, int],
        receive: Receive,
        send: Send,
        log: Batch,
    ) -> None:
        self.path = path
        self.fields = fields
        self.id = contract.request_id(fields.get(b"x-request-id"))
        self.at = time.perf_counter()
        self.receive = receive
        self.refusal = 0
        """The status that refuses the request's body, once that is known."""
        self._limited = False
        """Whether ``receive`` is not the server's own."""
        self._send = send
        self._cycle: Any = send.__self__  # type: ignore[attr-defined]
        """What uvicorn knows of the response."""
        self._scope = scope
        self._dispatcher = dispatcher
        self._found = found
        self._log = log
        self._attach()

    def _attach(self) -> None:
        """Complete the head that leaves next."""
        transport = self._cycle.transport
        transport.begins = self.begin
        self.large: bool = transport.large
        """Whether the request's head may have more bytes than are allowed."""

    @property
    def method(self) -> str:
        """The method as sent."""
        method: str = self._scope["method"]
        return method

    def begin(self, status: int, head: bytes) -> bytes:
        """Log that the response begins; return the lines that its head (as bytes) lacks.

        Raises ValueError for a status that begins none.
        """
        if status < 200 or status in (204, 304):
            self._leave_body_out(status)
        self._dispatcher.served(self, self._found, status, self._log.add)
        lines = contract.lines(status, head, self.id)
        if not self._cycle.keep_alive and b"\nconnection:" not in head.lower():
            lines += b"connection: close\r\n"
        return lines

    def _leave_body_out(self, status: int) -> None:
        if status < 200:
            raise ValueError(f"the interim status {status} is no response (RFC 9110, section 15.2)")
        self._cycle.scope = {**self._scope, "method": "HEAD"}

    def named(self, status: int, reason: bytes) -> int:
        """Keep a status line that uvicorn does not write so; return a status that it knows."""
        if reason or status > 599:
            self._cycle.transport.line = b"HTTP/1.1 %d %s\r\n" % (status, reason)
        return min(status, 599)

    def request(self) -> Request:
        """Return the request as the drivers that run in a thread want it."""
        scope = self._scope
        return Request(
            self.method,
            self.path,
            scope["query_string"].decode("latin-1"),
            scope["http_version"],
            scope["headers"],
            self.fields,
            scope["client"] or ("", 0),
            scope["server"] or ("", 0),
            scope["scheme"],
            self.id,
            self.at,
        )

    def limit_body(self, limit: int) -> None:
        """Refuse the body with 413 once more than ``limit`` bytes of it were received."""

        def exceed() -> None:
            if not self._cycle.response_started:
                self.refusal = 413

        self.receive = limited(self.receive, limit, exceed)
        self._limited = True

    async def answer(self, status: int, text: Optional[bytes] = None, close: bool = False) -> None:
        """Give a whole response of plain text, or of HTML when the text is a page."""
        body = PLAIN.get(status, b"") if text is None else text
        headers = whole(status, body)
        if close:
            headers.append((b"connection", b"close"))
        await self._send({"type": "http.response.start", "status": status, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})

    async def refuse(self, status: int) -> None:
        """Answer a request whose connection cannot go on."""
        await self.answer(status, close=True)

    async def break_off(self, status: int) -> None:
        """End a response that cannot be completed, with a status if it has not begun."""
        if status and not self._cycle.response_started:
            await self.refuse(status)
        elif self._cycle.response_started and not self._cycle.response_complete:
            raise BrokenOff

    async def limited(self, response: Awaitable[None], seconds: float) -> None:
        """Wait for a response for so long; answer 504, or cut the connection, when it takes longer."""
        try:
            await asyncio.wait_for(response, seconds)
        except asyncio.TimeoutError:
            await self.break_off(504)

    async def call(self, place: Place) -> None:
        """Call an ASGI application; what it raises is logged and answered with a 500."""
        place.enter(self._scope)
        try:
            await place.application(self._scope, self.receive, self.send if self._limited else self._send)
        except asyncio.CancelledError:
            raise
        except BaseException as error:
            if self.refusal and isinstance(error, BodyRefused):
                await self.break_off(self.refusal)
            else:
                await self._fail(place.found, error)
        else:
            if self.refusal:
                await self.break_off(self.refusal)
            elif not (self._cycle.response_started or self._cycle.disconnected):
                await self._fail(place.found, RuntimeError("the application returned without a response"))

    async def _fail(self, found: Found, error: BaseException) -> None:
        self._dispatcher.report(found.function, self, error)
        page = self._dispatcher.page(found.function, error, self)
        transport = self._cycle.transport
        if not self._cycle.response_started:
            await self.answer(500, page)
        elif transport.begins == self.begin:  # A head that uvicorn could not write.
            transport.begins = None
            self._dispatcher.served(self, self._found, 500, self._log.add)
            transport.write(refusal(500, page, self.id))
            raise BrokenOff from None
        elif not self._cycle.response_complete:
            raise BrokenOff from None

    async def send(self, message: Message) -> None:
        """Pass a message of an application on whose request may be refused."""
        if self.refusal:
            raise BodyRefused(self.refusal, "the request's body was refused")
        await self._send(message)
