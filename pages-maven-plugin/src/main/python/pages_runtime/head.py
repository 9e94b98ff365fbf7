"""Parses request heads for the standard-library front (RFC 9112).

Strict where leniency has been used to smuggle requests: lines end with CRLF, folded fields, white
space before a colon, several lengths, and a length beside a transfer coding are refused.
"""

from __future__ import annotations

from .fields import FIELD, HOST, NO_HOST, REQUEST_LINE
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, List, Optional, Tuple

_SINGLE = frozenset((b"host", b"content-length", b"transfer-encoding", b"expect"))


class BadRequest(Exception):
    """A request that is refused with a status; the connection is closed after it."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Head(Value):
    """A parsed head."""

    method: str
    target: str
    version: str
    """``1.0`` or ``1.1``."""
    headers: List[Tuple[bytes, bytes]]
    fields: Dict[bytes, bytes]
    length: Optional[int]
    """The body's length; None when it is chunked."""
    keep_alive: bool
    expects: bool
    """Whether the client waits for ``100 Continue``."""


def take(buffer: bytearray, max_size: int, max_fields: int) -> Optional[Head]:
    """Take one head off the buffer; None while it is incomplete. Raises BadRequest."""
    while buffer[:2] == b"\r\n":
        del buffer[:2]
    end = buffer.find(b"\r\n\r\n")
    if end < 0:
        _check_start(buffer, max_size)
        return None
    if end > max_size:
        raise BadRequest(431)
    lines = bytes(buffer[:end]).split(b"\r\n")
    del buffer[: end + 4]
    if len(lines) - 1 > max_fields:
        raise BadRequest(431)
    return _parse(lines)


def _check_start(buffer: bytearray, max_size: int) -> None:
    """Refuse an incomplete head that can never become a good one."""
    if len(buffer) > max_size:
        raise BadRequest(431)
    line = buffer.find(b"\n")
    if line >= 0 and (line == 0 or buffer[line - 1] != 13 or not REQUEST_LINE.fullmatch(buffer, 0, line - 1)):
        raise BadRequest(_version_status(bytes(buffer[:line])))
    if buffer.count(b"\n") != buffer.count(b"\r\n"):
        raise BadRequest(400)


def _version_status(line: bytes) -> int:
    """Return 505 for a request line of another major version, else 400."""
    match = REQUEST_LINE.fullmatch(line.rstrip(b"\r"))
    return 505 if match and match.group(3) != b"1" else 400


def _parse(lines: List[bytes]) -> Head:
    match = REQUEST_LINE.fullmatch(lines[0])
    if match is None:
        raise BadRequest(400)
    method, target, major, minor = match.groups()
    if major != b"1":
        raise BadRequest(505)
    headers: List[Tuple[bytes, bytes]] = []
    fields: Dict[bytes, bytes] = {}
    for line in lines[1:]:
        match = FIELD.fullmatch(line)
        if match is None:
            raise BadRequest(400)
        name, value = match.group(1), match.group(2).rstrip(b" \t")
        headers.append((name, value))
        key = name.lower()
        if key in fields:
            if key in _SINGLE:
                raise BadRequest(400)
            if key == b"connection":
                value = fields[key] + b"," + value
        fields[key] = value
    version = "1.1" if minor != b"0" else "1.0"
    if not HOST.fullmatch(fields.get(b"host", NO_HOST if version == "1.1" else b"")):
        raise BadRequest(400)
    length = _length(fields, version)
    return Head(
        method.decode("ascii"),
        target.decode("ascii"),
        version,
        headers,
        fields,
        length,
        _keep_alive(fields, version),
        version == "1.1" and length != 0 and fields.get(b"expect", b"").lower() == b"100-continue",
    )


def _length(fields: Dict[bytes, bytes], version: str) -> Optional[int]:
    coding = fields.get(b"transfer-encoding")
    length = fields.get(b"content-length")
    if coding is not None:
        if length is not None or version == "1.0":
            raise BadRequest(400)
        if coding.lower() != b"chunked":
            raise BadRequest(501)
        return None
    if length is None:
        return 0
    if not length.isdigit() or len(length) > 18:
        raise BadRequest(400)
    return int(length)


def _keep_alive(fields: Dict[bytes, bytes], version: str) -> bool:
    connection = fields.get(b"connection")
    if connection is None:
        return version == "1.1"
    tokens = [token.strip() for token in connection.lower().split(b",")]
    if b"close" in tokens:
        return False
    return version == "1.1" or b"keep-alive" in tokens
