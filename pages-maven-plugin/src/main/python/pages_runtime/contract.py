"""What the platform expects of every response, and the ids of requests."""

import itertools
import os
import re
import time
from typing import Dict, List, Optional, Tuple

Headers = List[Tuple[bytes, bytes]]

_ID = re.compile(rb"[!-~]{1,200}")
_COUNT = itertools.count(1)
_PREFIX = os.urandom(8).hex().encode()
_PLATFORM_ID = os.environ.get("_LAMBDA_RUNTIME_REQUEST_ID", "").encode("latin-1", "replace")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STATUSES: Dict[int, Headers] = {}
_date: Tuple[int, bytes] = (0, b"")


def request_id(incoming: Optional[bytes]) -> bytes:
    """Return the id of a request: the client's ``X-Request-Id`` if it is sound, else a new one."""
    if incoming is not None and _ID.fullmatch(incoming):
        return incoming
    return b"%s-%06x" % (_PREFIX, next(_COUNT))


def complete(status: int, headers: Headers, request: bytes) -> Headers:
    """Return the headers of a response with what the platform and HTTP ask for added."""
    names = {name.lower() for name, _ in headers}
    added = [*headers, *_of_status(status), (b"functions-request-id", _PLATFORM_ID or request)]
    if b"x-request-id" not in names:
        added.append((b"x-request-id", request))
    if b"date" not in names:
        added.append((b"date", date()))
    return added


def _of_status(status: int) -> Headers:
    headers = _STATUSES.get(status)
    if headers is None:
        headers = _STATUSES[status] = [
            (b"eo-pages-inner-scf-status", b"%d" % status),
            (b"eo-pages-inner-status-intercept", b"true" if status >= 500 else b"false"),
        ]
    return headers


def date() -> bytes:
    """Return the time in the form of RFC 9110, section 5.6.7; made once a second."""
    global _date
    now = int(time.time())
    if _date[0] != now:
        t = time.gmtime(now)
        text = f"{_DAYS[t.tm_wday]}, {t.tm_mday:02} {_MONTHS[t.tm_mon - 1]} {t.tm_year}"
        _date = (now, f"{text} {t.tm_hour:02}:{t.tm_min:02}:{t.tm_sec:02} GMT".encode())
    return _date[1]


def shown_path(path: str, host: Optional[bytes], scheme: Optional[bytes]) -> str:
    """Return the path as the platform's log line has it: with its public origin, if known."""
    if not host:
        return path
    return f"{(scheme or b'https').decode('latin-1')}://{host.decode('latin-1')}{path}"
