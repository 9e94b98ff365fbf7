"""One response of the uvicorn front: sends it, completes its head, and knows how far it has come."""

import asyncio
import time
from typing import Any, Awaitable, Dict, Optional, Union

from . import contract
from .asgi import Mount
from .asgi_body import Receive
from .asgi_exchange import Send
from .dispatch import PLAIN, Dispatcher, Found
from .exchange import Request, whole
from .log import Batch

Message = Dict[str, Any]


class BrokenOff(Exception):
    """Tells uvicorn to cut a connection whose response cannot be completed."""


class BodyRefused(OSError):
    """Raised where an application reads or answers a request whose body was refused."""


class Responder:
    """Used on the loop, for one request or one WebSocket."""

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
        self.method: str = scope.get("method", "GET")
        self.path = path
        self.fields = fields
        self.id = contract.request_id(fields.get(b"x-request-id"))
        self.at = time.perf_counter()
        self.receive = receive
        self.refusal = 0
        """The status that refuses the request's body, once that is known."""
        self.forward = send
        self._scope = scope
        self._dispatcher = dispatcher
        self._found = found
        self._log = log
        self._started = False
        self._complete = False
        self._websocket = scope["type"] == "websocket"

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

    def served(self, status: int) -> None:
        """Log that the response begins."""
        self._started = True
        file = self._found.function.file if isinstance(self._found, Found) else None
        self._dispatcher.served(self, file, status, self._log.add)

    def limit_body(self, limit: int) -> None:
        """Refuse the body with 413 once more than ``limit`` bytes of it were received."""
        receive = self.receive
        left = limit

        async def receive_limited() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0 and not self._started:
                self.refusal = 413
            if left < 0:
                raise BodyRefused(413, "the request's body is too large")
            return message

        self.receive = receive_limited

    async def answer(self, status: int, text: Optional[bytes] = None, close: bool = False) -> None:
        """Give a whole response of plain text, or of HTML when the text is a page."""
        if self._websocket:
            self.served(403)
            await self.forward({"type": "websocket.close", "code": 1011 if status == 500 else 1008})
            return
        body = PLAIN.get(status, b"") if text is None else text
        headers = whole(status, body)
        if close:
            headers.append((b"connection", b"close"))
        self.served(status)
        headers = contract.complete(status, headers, self.id)
        await self.forward({"type": "http.response.start", "status": status, "headers": headers})
        await self.forward({"type": "http.response.body", "body": body})
        self._complete = True

    async def refuse(self, status: int) -> None:
        """Answer a request whose connection cannot go on."""
        await self.answer(status, close=True)

    async def break_off(self, status: int) -> None:
        """End a response that cannot be completed, with a status if it has not begun."""
        if status and not self._started:
            await self.refuse(status)
        elif self._started and not self._complete:
            raise BrokenOff

    async def limited(self, response: Awaitable[None], seconds: float) -> None:
        """Wait for a response for so long; answer 504, or cut the connection, when it takes longer."""
        try:
            await asyncio.wait_for(response, seconds)
        except asyncio.TimeoutError:
            if self._started:
                raise BrokenOff from None
            await self.refuse(504)

    async def call(self, mount: Mount, scope: Message, found: Found) -> None:
        """Call an ASGI application; what it raises is logged and answered with a 500."""
        try:
            await mount.application(mount.scope(scope, found, self.path), self.receive, self.send)
        except asyncio.CancelledError:
            raise
        except BaseException as error:
            if self.refusal and isinstance(error, BodyRefused):
                await self.break_off(self.refusal)
                return
            self._dispatcher.report(found.function, self, error)
            if not self._started and not self._websocket:
                await self.answer(500, self._dispatcher.page(found.function, error, self))
            elif not self._complete:
                raise BrokenOff from None
        else:
            if self.refusal:
                await self.break_off(self.refusal)
            elif not self._started and not self._websocket:
                silent = RuntimeError("the application returned without a response")
                self._dispatcher.report(found.function, self, silent)
                await self.answer(500, self._dispatcher.page(found.function, silent, self))

    async def send(self, message: Message) -> None:
        """Pass a message of an application on; its head is completed."""
        kind = message["type"]
        if self.refusal:
            raise BodyRefused(self.refusal, "the request's body was refused")
        if kind == "http.response.body":
            self._complete = not message.get("more_body", False)
        elif kind in ("http.response.start", "websocket.http.response.start"):
            status = message["status"]
            headers = [(name.lower(), value) for name, value in message.get("headers", ())]
            message = {**message, "headers": contract.complete(status, headers, self.id)}
            self.served(status)
        elif kind == "websocket.accept":
            self.served(101)
        elif kind == "websocket.close" and not self._started:
            self.served(403)
        await self.forward(message)
