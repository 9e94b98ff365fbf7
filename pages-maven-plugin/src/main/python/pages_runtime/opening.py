"""The answer to a client that asks for a WebSocket: an ASGI application's, or a refusal."""

from typing import Any, Optional

from . import contract
from .asgi import Place
from .responder import BrokenOff, Message, Responder


class Opening(Responder):
    """Used on the loop, for one WebSocket."""

    __slots__ = ("_answered",)

    large = False

    def _attach(self) -> None:
        self._answered = False

    @property
    def method(self) -> str:
        """The method of every opening handshake over HTTP/1.1."""
        return "GET"

    async def answer(self, status: int, text: Optional[bytes] = None, close: bool = False) -> None:
        """Refuse: the client is told 403, whatever the reason."""
        await self.send({"type": "websocket.close", "code": 1011 if status == 500 else 1008})

    async def call(self, place: Place) -> None:
        """Call an ASGI application; what it raises is logged, and ends the connection."""
        place.enter(self._scope)
        try:
            await place.mount.application(self._scope, self.receive, self.send)
        except Exception as error:
            self._dispatcher.report(place.found.function, self, error)
            raise BrokenOff from None

    async def send(self, message: Message) -> None:
        """Pass a message on; the first one is logged."""
        if not self._answered:
            self._answered = True
            message = self._first(message)
        await self._send(message)

    def _first(self, message: Message) -> Message:
        kind: str = message["type"]
        status: Any = 101 if kind == "websocket.accept" else message.get("status", 403)
        self._dispatcher.served(self, self._found, status, self._log.add)
        if kind != "websocket.http.response.start":
            return message
        return {**message, "headers": contract.complete(status, message.get("headers", ()), self.id)}
