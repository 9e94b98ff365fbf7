"""What the platform expects of every response, and the ids of requests."""

from __future__ import annotations

import itertools
import os
import re
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Iterable, List, Optional, Tuple

    Field = Tuple[bytes, bytes]

    Headers = List[Field]


_ID = re.compile(rb"[!-~]{1,200}")
_COUNT = itertools.count(1)
_PREFIX = os.urandom(8).hex().encode()
_PLATFORM_ID = os.environ.get("_LAMBDA_RUNTIME_REQUEST_ID", "").encode("latin-1", "replace")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STATUSES: Dict[int, bytes] = {}
_second = 0
_date = b""


def request_id(incoming: Optional[bytes]) -> bytes:
    """Return the id of a request: the client's ``X-Request-Id`` if it is sound, else a new one."""
    if incoming is not None and _ID.fullmatch(incoming):
        return incoming
    return b"%s-%06x" % (_PREFIX, next(_COUNT))


def complete(status: int, headers: Iterable[Field], request: bytes) -> Headers:
    """Return the headers of a response with what the platform and HTTP ask for added."""
    given = list(headers)
    head = b"\r\n".join(b"%s:" % name for name, _ in [(b"", b""), *given])
    return given + [tuple(line.split(b": ")) for line in lines(status, head, request).splitlines()]  # type: ignore[misc]


def lines(status: int, head: bytes, request: bytes) -> bytes:
    """Return what the platform and HTTP ask for and the head of a response lacks, as more lines of it."""
    lower = head.lower()
    return b"%s%s\r\n%s%s" % (
        _STATUSES.get(status) or _of_status(status),
        _PLATFORM_ID or request,
        b"" if b"\nx-request-id:" in lower else b"x-request-id: %s\r\n" % request,
        b"" if b"\ndate:" in lower else date_line(),
    )


def _of_status(status: int) -> bytes:
    _STATUSES[status] = text = (
        b"eo-pages-inner-scf-status: %d\r\neo-pages-inner-status-intercept: %s\r\nfunctions-request-id: "
        % (status, b"true" if status >= 500 else b"false")
    )
    return text


def date_line() -> bytes:
    """Return the line with the time in the form of RFC 9110, section 5.6.7; made once a second."""
    global _date, _second
    now = int(time.time())
    if _second != now:
        t = time.gmtime(now)
        text = f"{_DAYS[t.tm_wday]}, {t.tm_mday:02} {_MONTHS[t.tm_mon - 1]} {t.tm_year}"
        _date = f"date: {text} {t.tm_hour:02}:{t.tm_min:02}:{t.tm_sec:02} GMT\r\n".encode()
        _second = now
    return _date


def shown_path(path: str, host: Optional[bytes], scheme: Optional[bytes]) -> str:
    """Return the path as the platform's log line has it: with its public origin, if known."""
    if not host:
        return path
    return f"{(scheme or b'https').decode('latin-1')}://{host.decode('latin-1')}{path}"
