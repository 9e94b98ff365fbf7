"""Calls ``BaseHTTPRequestHandler`` classes as ``http.server`` does, unmodified and in any thread."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

from .exchange import answer
from .handler_socket import HandlerSocket, ResponseWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple, Type

    from .exchange import Exchange, Request

    _Handler = Type[BaseHTTPRequestHandler]


_STEPS = ("__init__", "setup", "handle", "finish", "handle_one_request", "parse_request", "handle_expect_100")


class Server:
    """What a handler finds as ``self.server``."""

    def __init__(self, handler: _Handler, address: Tuple[str, int]) -> None:
        self.RequestHandlerClass = handler
        self.server_address = address
        self.server_name, self.server_port = address


def run(handler: _Handler, exchange: Exchange, params: Dict[str, str]) -> None:
    """Answer one request by a handler class; what the handler raises is passed on."""
    request = exchange.request
    name = "do_" + request.method
    by_get = False
    if not hasattr(handler, name) and not hasattr(handler, "__getattr__"):
        by_get = request.method == "HEAD" and hasattr(handler, "do_GET")
        if not by_get:
            _refuse(handler, exchange)
            return
    writer = ResponseWriter(exchange)
    instance: Any = handler.__new__(handler)
    instance.path_params = params
    if by_get:
        instance.do_HEAD = instance.do_GET
    if handler.log_message is BaseHTTPRequestHandler.log_message:
        instance.log_message = _silent
    server = Server(handler, request.server)
    if _is_plain(handler):
        _call(instance, name, exchange, writer, server)
    else:
        # setup() then takes wfile from makefile(): its own unbuffered writer would swallow flush().
        instance.wbufsize = -1
        instance.__init__(HandlerSocket(exchange, writer, _head(request)), request.client, server)
    writer.finish()


def methods(handler: _Handler) -> List[str]:
    """Return the methods that a handler class answers, sorted."""
    own = {name[3:] for name in dir(handler) if name.startswith("do_")}
    if "GET" in own:
        own.add("HEAD")
    return sorted(own | {"OPTIONS"})


def _refuse(handler: _Handler, exchange: Exchange) -> None:
    allow = [(b"allow", ", ".join(methods(handler)).encode())]
    if exchange.request.method == "OPTIONS":
        answer(exchange, 204, b"", allow)
    else:
        answer(exchange, 405, b"Method Not Allowed", allow)


def _is_plain(handler: _Handler) -> bool:
    """Whether a class leaves all that comes before its ``do_`` methods as it was inherited.

    The head that the front has read need not be parsed again for such a class.
    """
    return (
        all(getattr(handler, step) is getattr(BaseHTTPRequestHandler, step) for step in _STEPS)
        and handler.MessageClass is BaseHTTPRequestHandler.MessageClass
        and handler.rbufsize == -1
        and handler.wbufsize == 0
    )


def _call(instance: Any, name: str, exchange: Exchange, writer: ResponseWriter, server: Server) -> None:
    """Give an instance what ``parse_request`` would, and call its method."""
    request = exchange.request
    headers = instance.MessageClass()
    for key, value in _visible(request):
        headers.set_raw(key.decode("latin-1"), value.decode("latin-1"))
    instance.request = instance.connection = HandlerSocket(exchange, writer)
    instance.client_address = request.client
    instance.server = server
    instance.rfile = exchange.body()
    instance.wfile = writer
    instance.command = request.method
    instance.path = request.target
    instance.request_version = "HTTP/" + request.version
    instance.requestline = f"{request.method} {instance.path} {instance.request_version}"
    instance.raw_requestline = instance.requestline.encode("latin-1") + b"\r\n"
    instance.headers = headers
    instance.close_connection = True
    getattr(instance, name)()


def _visible(request: Request) -> List[Tuple[bytes, bytes]]:
    """Return the header fields of a request whose body is read decoded."""
    return [field for field in request.headers if field[0].lower() != b"transfer-encoding"]


def _head(request: Request) -> bytes:
    """Return the head to replay: it asks the class to read one request, not the next as well."""
    lines = [f"{request.method} {request.target} HTTP/{request.version}".encode("latin-1")]
    lines += [b"%s: %s" % f for f in _visible(request) if f[0].lower() not in (b"connection", b"keep-alive")]
    return b"\r\n".join([*lines, b"Connection: close", b"", b""])


def _silent(format: str, *args: Any) -> None:
    """Stand in for the default ``log_message``: the server itself writes the log."""
