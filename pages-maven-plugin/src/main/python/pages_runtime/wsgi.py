"""Calls WSGI applications (PEP 3333)."""

from __future__ import annotations

import sys
from urllib.parse import unquote_to_bytes

from .fields import HOP_BY_HOP, TOKEN, VALUE
from .habits import wants_length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterable, List, Optional, Tuple

    from .exchange import Exchange, Request
    from .habits import Packages

    Application = Callable[[Dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_IN_MEMORY = 65536
"""Up to how many bytes of a chunked body are kept in memory for an application that wants its length."""


def run(
    application: Application,
    exchange: Exchange,
    params: Dict[str, str],
    prefix: str,
    packages: Packages = frozenset(),
) -> None:
    """Answer one request by a WSGI application of these packages; what it raises is passed on."""
    values = environ(exchange, params, prefix)
    if b"transfer-encoding" in exchange.request.fields and wants_length(packages):
        _run_measured(application, exchange, values)
    else:
        _run(application, exchange, values)


def _run_measured(application: Application, exchange: Exchange, values: Dict[str, Any]) -> None:
    """Call an application with the length of a chunked body, for which the body is read first."""
    from shutil import copyfileobj
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(_IN_MEMORY) as body:
        copyfileobj(values["wsgi.input"], body, _IN_MEMORY)
        values["CONTENT_LENGTH"] = str(body.tell())
        body.seek(0)
        values["wsgi.input"] = body
        del values["HTTP_TRANSFER_ENCODING"]
        _run(application, exchange, values)


def _run(application: Application, exchange: Exchange, values: Dict[str, Any]) -> None:
    response = _Response(exchange)
    result = application(values, response.start)
    try:
        for data in result:
            part = _body(data)
            if part:
                response.write(part)
        response.send_head()
    finally:
        close = getattr(result, "close", None)
        if close is not None:
            close()


class _Response:
    """``start_response`` and ``write``: the head is sent with the first part of the body."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._head: Optional[Tuple[int, bytes, List[Tuple[bytes, bytes]]]] = None

    def start(self, status: str, headers: List[Tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], None]:
        """Be ``start_response``."""
        if exc_info:
            try:
                if self._exchange.started:
                    raise exc_info[1].with_traceback(exc_info[2])
            finally:
                exc_info = None
        elif self._head is not None:
            raise RuntimeError("start_response was called twice without exc_info")
        code, _, reason = status.partition(" ")
        if len(code) != 3 or not code.isascii() or not code.isdigit() or code < "200":
            raise ValueError(f"start_response was given the status {status!r}")
        self._head = (int(code), _text(reason), _fields(headers))
        return self.write

    def write(self, data: bytes) -> None:
        """Send a part of the body, after the head."""
        part = _body(data)
        self.send_head()
        self._exchange.write(part)

    def send_head(self) -> None:
        """Give the head to the exchange, once."""
        if not self._exchange.started:
            if self._head is None:
                raise RuntimeError("the application sent a body before it called start_response")
            self._exchange.start(*self._head)


def _fields(headers: List[Tuple[str, str]]) -> List[Tuple[bytes, bytes]]:
    fields = []
    for name, value in headers:
        key = _text(name)
        if not TOKEN.fullmatch(key):
            raise ValueError(f"a response header is named {name!r}")
        if key.lower() not in HOP_BY_HOP:
            fields.append((key, _text(value).strip(b" \t")))
    return fields


def _body(data: bytes) -> bytes:
    if isinstance(data, bytes):
        return data
    if isinstance(data, (bytearray, memoryview)):
        return bytes(data)
    raise TypeError(f"a response's body is made of bytes, not of {type(data).__name__}")


def _text(value: str) -> bytes:
    if not isinstance(value, str):
        raise TypeError(f"start_response wants native strings, not {value!r}")
    data = value.encode("latin-1")
    if not VALUE.fullmatch(data):
        raise ValueError(f"a control character in the response head: {value!r}")
    return data


def environ(exchange: Exchange, params: Dict[str, str], prefix: str) -> Dict[str, Any]:
    """Return the environment of a request whose path begins with ``prefix`` (as sent)."""
    request = exchange.request
    values: Dict[str, Any] = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": _decoded(prefix),
        "PATH_INFO": _decoded(request.path[len(prefix) :]) or "/",
        "QUERY_STRING": request.query,
        "REQUEST_URI": request.target,
        "RAW_URI": request.target,
        "SERVER_NAME": request.server[0],
        "SERVER_PORT": str(request.server[1]),
        "SERVER_PROTOCOL": "HTTP/" + request.version,
        "SERVER_SOFTWARE": "pages",
        "REMOTE_ADDR": request.client[0],
        "REMOTE_PORT": str(request.client[1]),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": request.scheme,
        "wsgi.input": exchange.body(),
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.file_wrapper": FileWrapper,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "pages.path_params": params,
        "pages.request_id": request.id.decode("latin-1"),
    }
    _add_headers(values, request)
    return values


def _decoded(path: str) -> str:
    """Percent-decode a path to the bytes-in-latin-1 strings of PEP 3333."""
    return unquote_to_bytes(path.encode("latin-1")).decode("latin-1") if "%" in path else path


def _add_headers(values: Dict[str, Any], request: Request) -> None:
    """Add the header fields; one with an underscore could pose as another and is left out."""
    for name, value in request.headers:
        if b"_" in name:
            continue
        key = name.decode("latin-1").upper().replace("-", "_")
        text = value.decode("latin-1")
        if key not in ("CONTENT_TYPE", "CONTENT_LENGTH"):
            key = "HTTP_" + key
            if key in values:
                text = values[key] + ("; " if key == "HTTP_COOKIE" else ",") + text
        values[key] = text


class FileWrapper:
    """``wsgi.file_wrapper``: reads a file in blocks."""

    def __init__(self, file: Any, block_size: int = 65536) -> None:
        self._file = file
        self._size = block_size
        if hasattr(file, "close"):
            self.close = file.close

    def __iter__(self) -> FileWrapper:
        return self

    def __next__(self) -> bytes:
        data: bytes = self._file.read(self._size)
        if data:
            return data
        raise StopIteration
