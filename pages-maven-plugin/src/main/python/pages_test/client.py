"""Calls of functions over HTTP."""

from __future__ import annotations

import http.client
import json as _json
from email.message import Message
from typing import Any, Mapping, NamedTuple, Optional
from urllib.parse import quote

from .server import address

_NOTHING = object()
# Sent as they stand; everything else of a path, such as non-ASCII letters, is percent-encoded.
_PATH_CHARACTERS = "/?#[]@!$&'()*+,;=:%~"


class Answer(NamedTuple):
    """What a function answered."""

    status: int
    headers: Message
    """``headers["X-Name"]`` in any case, ``headers.get_all("Set-Cookie")`` for repeated ones."""
    body: bytes

    @property
    def text(self) -> str:
        """The body, decoded as its Content-Type says, else as UTF-8."""
        return self.body.decode(self.headers.get_content_charset() or "utf-8")

    def json(self) -> Any:
        """The body read as JSON. Raises ValueError, which quotes the body, when it is none."""
        try:
            return _json.loads(self.body)
        except ValueError as error:
            raise ValueError(f"status {self.status}, not JSON ({error}): {self.body[:500]!r}") from None


def call(
    method: str,
    path: str,
    *,
    json: Any = _NOTHING,
    body: Optional[bytes] = None,
    headers: Optional[Mapping[str, str]] = None,
    timeout: float = 30.0,
) -> Answer:
    """Send a request to the project's functions and wait for the whole answer.

    ``path`` begins with a slash and may have a query. ``json`` is sent as a JSON document (None sends
    nothing), ``body`` as it is. Redirects are not followed. ``timeout`` is in seconds.

    Raises OSError when there is no answer, ServerError when the functions cannot be served.
    """
    if not path.startswith("/"):
        raise ValueError(f"a path begins with /: {path!r}")
    sent = dict(headers or {})
    if json is not _NOTHING and json is not None:
        if body is not None:
            raise ValueError("give json or body, not both")
        body = _json.dumps(json).encode("utf-8")
        sent.setdefault("Content-Type", "application/json")
    host, port = address()
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    try:
        connection.request(method, quote(path, safe=_PATH_CHARACTERS), body=body, headers=sent)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()
