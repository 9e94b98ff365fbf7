"""What both of uvicorn's parsers must refuse alike, and the limits of a request, over ASGI."""

from typing import Any, Dict, List, Optional, Tuple

from .settings import Settings

Headers = List[Tuple[bytes, bytes]]


def refusal(scope: Dict[str, Any], fields: Dict[bytes, bytes], settings: Settings) -> Optional[int]:
    """Return the status that refuses a request by its head, or None; the connection closes after it."""
    if scope["type"] != "http":
        return None
    headers: Headers = scope["headers"]
    version: str = scope["http_version"]
    if version not in ("1.0", "1.1"):
        return 505 if version > "1.1" else 400
    if len(headers) > settings.max_fields:
        return 431
    if len(fields) != len(headers):
        names = [name for name, _ in headers]
        if names.count(b"host") > 1 or names.count(b"content-length") > 1 or names.count(b"transfer-encoding") > 1:
            return 400
    if version == "1.1" and b"host" not in fields:
        return 400
    length = fields.get(b"content-length")
    if b"transfer-encoding" in fields:
        if length is not None or version == "1.0":
            return 400
    elif length is not None:
        if not length.isdigit() or len(length) > 18:
            return 400
        if settings.max_body is not None and int(length) > settings.max_body:
            return 413
    size = len(scope["raw_path"]) + len(scope["query_string"]) + 4 * len(headers)
    if len(fields) == len(headers):
        size += sum(map(len, fields)) + sum(map(len, fields.values()))
    else:
        size += sum(len(name) + len(value) for name, value in headers)
    return 431 if size > settings.max_head else None


def body_length(fields: Dict[bytes, bytes]) -> Optional[int]:
    """Return the length of a request's body; None when it is chunked."""
    if b"transfer-encoding" in fields:
        return None
    return int(fields.get(b"content-length", b"0"))
