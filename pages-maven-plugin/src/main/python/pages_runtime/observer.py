"""What a server tells the program that started it; ``pages:run`` is the one that listens."""

from __future__ import annotations

from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional

    from .manifest import Function


class Record(Value):
    """One answered request."""

    id: str
    method: str
    path: str
    """As sent, without the query."""
    status: int
    file: Optional[str]
    """The function's file, or None when no function was found."""
    seconds: float
    """From the request's head to the response's head."""


class Observer:
    """Receives events; this one ignores them. Methods are called from any thread and must be quick."""

    def listening(self, host: str, port: int) -> None:
        """The port is open."""

    def failed(self, function: Function, error: BaseException) -> bool:
        """A function could not be imported, or its lifespan could not start; told once.

        Return whether that is enough: else it is written to standard error with its traceback.
        """
        return False

    def raised(self, function: Function, error: BaseException, request_id: str) -> None:
        """A request of a function ended with an exception."""

    def served(self, record: Record) -> bool:
        """A response has begun.

        Return whether that is enough: else the two lines that the platform reads are written to standard error.
        """
        return False

    def error_page(self, function: Function, error: BaseException, accept: bytes) -> Optional[bytes]:
        """Return HTML or a JSON object for a 500, or None for the plain answer of production.

        ``accept`` is the request's field of that name, or empty.
        """
        return None
