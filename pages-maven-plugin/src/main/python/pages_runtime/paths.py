"""Request targets (RFC 9112, section 3.2): split first, decoded afterwards."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List, Tuple

_HEX = frozenset(b"0123456789abcdefABCDEF")


class BadPath(ValueError):
    """A path that no function may see: it is answered with 400."""


def split_target(target: str) -> Tuple[str, str]:
    """Return path and query of a request target, both as sent.

    An absolute-form target loses scheme and authority. ``*`` (OPTIONS) is returned as it is.
    Raises BadPath for anything else that does not start with a slash.
    """
    if not target.startswith("/") and target != "*":
        scheme, separator, rest = target.partition("://")
        if not separator or scheme.lower() not in ("http", "https"):
            raise BadPath("the request target is no path")
        slash = min((i for i in (rest.find("/"), rest.find("?")) if i >= 0), default=len(rest))
        target = rest[slash:]
        if not target.startswith("/"):
            target = "/" + target
    path, _, query = target.partition("?")
    return path, query


def segments_of(path: str) -> List[str]:
    """Return the decoded segments of a path, without a single trailing slash.

    Raises BadPath for a malformed escape, for bytes that are not UTF-8, and for a ``.`` or ``..``
    component, also where a slash or a backslash inside a segment was escaped.
    """
    if path in ("/", ""):
        return []
    if path[0] != "/":
        raise BadPath("the path does not start with a slash")
    parts = path.split("/")[1:]
    if not parts[-1]:
        parts.pop()
    if "%" in path or "\\" in path or "." in path or not path.isascii():
        return [decode(part) for part in parts]
    return parts


def decode(segment: str) -> str:
    """Percent-decode one segment of a path. Raises BadPath as ``segments_of`` does."""
    if "%" in segment or not segment.isascii():
        segment = _unescape(segment)
    if "." in segment:
        components = segment.replace("\\", "/").split("/")
        if "." in components or ".." in components:
            raise BadPath("the path holds a . or .. component")
    return segment


def _unescape(segment: str) -> str:
    raw = segment.encode("latin-1", "surrogateescape")
    position = raw.find(b"%")
    while position >= 0:
        escape = raw[position + 1 : position + 3]
        if len(escape) != 2 or not _HEX.issuperset(escape):
            raise BadPath("the path holds a malformed escape")
        position = raw.find(b"%", position + 3)
    try:
        return unquote_to_bytes(raw).decode("utf-8")
    except UnicodeDecodeError:
        raise BadPath("the path is not UTF-8") from None
