"""One request and its response, as the drivers of handlers and WSGI applications see them.

Each front has its own Exchange. The drivers run in a worker thread; every method may block.
"""

from __future__ import annotations

from .plain import whole
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO, Dict, Optional, Protocol, Tuple

    from .contract import Headers

    class Line(Protocol):
        """What logs tell of a request."""

        @property
        def method(self) -> str: ...
        @property
        def path(self) -> str: ...
        @property
        def fields(self) -> Dict[bytes, bytes]: ...
        @property
        def id(self) -> bytes: ...
        @property
        def at(self) -> float: ...


class Disconnected(BrokenPipeError):
    """The client is gone, or the response was given up; nothing more can be sent."""


class Request(Value):
    """The head of a request."""

    method: str
    path: str
    """As sent, undecoded, one character per byte."""
    query: str
    version: str
    """``1.0`` or ``1.1``."""
    headers: Headers
    """Names as sent by the client or in lower case; values as sent."""
    fields: Dict[bytes, bytes]
    """The same by lower-case name, for names that stand once."""
    client: Tuple[str, int]
    server: Tuple[str, int]
    scheme: str
    id: bytes
    at: float
    """When the head was read (``time.perf_counter``)."""

    @property
    def target(self) -> str:
        """The path and the query as sent."""
        return f"{self.path}?{self.query}" if self.query else self.path


class Exchange:
    """What a driver does with a request; the framing on the wire is the front's."""

    request: Request
    started = False
    """Whether the head of the response was given."""

    def body(self) -> BinaryIO:
        """Return the request's body: a stream that ends where the body ends."""
        raise NotImplementedError

    def start(self, status: int, reason: bytes, headers: Headers) -> None:
        """Give the head of the response; hop-by-hop fields in it are ignored."""
        raise NotImplementedError

    def write(self, data: bytes) -> None:
        """Send a part of the body; blocks while the client is slow. Raises Disconnected."""
        raise NotImplementedError

    def flush(self) -> None:
        """Send now what was given so far."""
        raise NotImplementedError


def answer(exchange: Exchange, status: int, text: bytes, headers: Optional[Headers] = None) -> None:
    """Give a whole response of plain text, or of HTML or JSON when the text is that."""
    exchange.start(status, b"", whole(status, text) + (headers or []))
    if text:
        exchange.write(text)
