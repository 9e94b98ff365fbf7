"""The answer to a client that asks for a WebSocket: an ASGI application's, or a refusal."""

from __future__ import annotations

from . import contract
from .plain import PLAIN, whole
from .responder import Responder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

    from .asgi import Place
    from .responder import Message

_NORMAL = 1000
_POLICY = 1008
_ERROR = 1011


class Opening(Responder):
    """Used on the loop, for one WebSocket."""

    __slots__ = ("_answered",)

    def _attach(self) -> None:
        self._answered = False
        self.large = True

    @property
    def method(self) -> str:
        """The method of every opening handshake over HTTP/1.1."""
        return "GET"

    @property
    def _responds(self) -> bool:
        """Whether the server can answer with a response of HTTP; it sends a 403 else."""
        return "websocket.http.response" in (self._scope.get("extensions") or ())

    async def answer(self, status: int, text: Optional[bytes] = None, close: bool = False) -> None:
        """Refuse to open, with a whole response."""
        if not self._responds:
            await self._pass({"type": "websocket.close", "code": _ERROR if status == 500 else _POLICY})
            return
        body = PLAIN.get(status, b"") if text is None else text
        await self._pass({"type": "websocket.http.response.start", "status": status, "headers": whole(status, body)})
        await self._pass({"type": "websocket.http.response.body", "body": body})

    async def call(self, place: Place) -> None:
        """Call an ASGI application; what it raises is logged, and ends the connection."""
        place.enter(self._scope)
        try:
            await place.application(self._scope, self.receive, self.send)
        except Exception as error:
            self._dispatcher.report(place.found.function, self, error)
            await self._end(500, _ERROR)
        else:
            if not self._answered:
                silence = RuntimeError("the application neither accepted nor refused the WebSocket")
                self._dispatcher.report(place.found.function, self, silence)
            await self._end(500, _NORMAL)

    async def break_off(self, status: int) -> None:
        """End what takes too long."""
        await self._end(status, _ERROR)

    async def send(self, message: Message) -> None:
        """Pass a message of the application on; a refusal becomes a whole response."""
        if message["type"] == "websocket.close" and not self._answered and self._responds:
            await self.answer(403)
        else:
            await self._pass(message)

    async def _end(self, status: int, code: int) -> None:
        """Answer if that has not been done, else close if that has not been done."""
        if not self._answered:
            await self.answer(status)
            return
        try:
            await self._send({"type": "websocket.close", "code": code})
        except (OSError, RuntimeError):
            pass  # The client or the application has closed.

    async def _pass(self, message: Message) -> None:
        if not self._answered:
            self._answered = True
            message = self._first(message)
        await self._send(message)

    def _first(self, message: Message) -> Message:
        """Log the answer, and complete its head where the server has one."""
        kind: str = message["type"]
        status: Any = 101 if kind == "websocket.accept" else message.get("status", 403)
        self._dispatcher.served(self, self._found, status, self._log.add)
        if kind == "websocket.close":
            return message
        return {**message, "headers": contract.complete(status, message.get("headers", ()), self.id)}
