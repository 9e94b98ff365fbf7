"""What both of uvicorn's parsers must refuse alike, and the limits of a request, over ASGI."""

from __future__ import annotations

from .fields import HOST, NO_HOST

_KNOWN_HOSTS: Set[bytes] = set()
"""Some sound values of Host, short ones and few: most clients send the same."""
_MOST_HOSTS = 64
_LONGEST_HOST = 64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Set, Tuple

    from .settings import Settings

    Headers = List[Tuple[bytes, bytes]]


def refusal(scope: Dict[str, Any], fields: Dict[bytes, bytes], settings: Settings, large: bool) -> Optional[int]:
    """Return the status that refuses a request by its head, or None; the connection closes after it.

    ``large`` tells that the head may have more bytes than are allowed.
    """
    headers: Headers = scope["headers"]
    if len(headers) > settings.max_fields:
        return 431
    plain = len(fields) == len(headers) and b"content-length" not in fields and b"transfer-encoding" not in fields
    host = fields.get(b"host", NO_HOST)
    if not (plain and (host in _KNOWN_HOSTS or _is_sound(host)) and scope["http_version"] == "1.1"):
        status = _contradiction(scope["http_version"], headers, fields, settings)
        if status is not None:
            return status
    return 431 if large and _size(scope, headers) > settings.max_head else None


def _is_sound(host: bytes) -> bool:
    if not HOST.fullmatch(host):
        return False
    if len(host) <= _LONGEST_HOST and len(_KNOWN_HOSTS) < _MOST_HOSTS:
        _KNOWN_HOSTS.add(host)
    return True


def _size(scope: Dict[str, Any], headers: Headers) -> int:
    size: int = len(scope["raw_path"]) + len(scope["query_string"]) + 4 * len(headers)
    return size + sum(len(name) + len(value) for name, value in headers)


def _contradiction(version: str, headers: Headers, fields: Dict[bytes, bytes], settings: Settings) -> Optional[int]:
    if version not in ("1.0", "1.1"):
        return 505 if version > "1.1" else 400
    names = [name for name, _ in headers]
    if names.count(b"host") > 1 or names.count(b"content-length") > 1 or names.count(b"transfer-encoding") > 1:
        return 400
    if not _is_sound(fields.get(b"host", NO_HOST if version == "1.1" else b"")):
        return 400
    length = fields.get(b"content-length")
    coding = fields.get(b"transfer-encoding")
    if coding is not None:
        if length is not None or version == "1.0":
            return 400
        return None if coding.strip().lower() == b"chunked" else 501
    if length is not None and (not length.isdigit() or len(length) > 18):
        return 400
    too_large = length is not None and settings.max_body is not None and int(length) > settings.max_body
    return 413 if too_large else None


def body_length(fields: Dict[bytes, bytes]) -> Optional[int]:
    """Return the length of a request's body; None when it is chunked."""
    if b"transfer-encoding" in fields:
        return None
    return int(fields.get(b"content-length", b"0"))
