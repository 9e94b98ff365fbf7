"""The answers that no function gives: a status and its name."""

from __future__ import annotations

from . import contract

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional

    from .contract import Headers

PLAIN = {
    400: b"Bad Request",
    403: b"Forbidden",
    404: b"Not Found",
    408: b"Request Timeout",
    413: b"Content Too Large",
    417: b"Expectation Failed",
    431: b"Request Header Fields Too Large",
    500: b"Internal Server Error",
    501: b"Not Implemented",
    504: b"Gateway Timeout",
    505: b"HTTP Version Not Supported",
}
"""The bodies of answers that no function gives."""


def whole(status: int, text: bytes) -> Headers:
    """Return the headers that describe a body that is known whole."""
    if status == 204:
        return []
    if text.startswith(b"{"):
        kind = b"application/json"
    else:
        kind = (b"text/html" if text.startswith(b"<!") else b"text/plain") + b"; charset=utf-8"
    return [(b"content-type", kind), (b"content-length", b"%d" % len(text))]


def refusal(status: int, text: Optional[bytes] = None, request: Optional[bytes] = None) -> bytes:
    """Return the bytes of a whole answer, after which the connection is closed, to a request of this id."""
    body = text or PLAIN[status]
    lines = b"".join([b"%s: %s\r\n" % field for field in whole(status, body)])
    lines += contract.lines(status, lines, request or contract.request_id(None))
    return b"HTTP/1.1 %d %s\r\n%sconnection: close\r\n\r\n%s" % (status, PLAIN[status], lines, body)
