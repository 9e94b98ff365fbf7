"""Finds the function of a request and calls it, for requests that are answered in a thread."""

from __future__ import annotations

import time

from .contract import shown_path
from .exchange import Disconnected, answer
from .loader import Failed
from .log import failure
from .observer import Observer, Record
from .paths import BadPath
from .plain import PLAIN
from .router import Router
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Dict, Union

    from .exchange import Exchange, Line
    from .loader import Loader
    from .manifest import Function, Manifest

KNOWN_PATHS = 512
"""How many paths are remembered with their functions."""

KNOWN_LENGTH = 256
"""The longest of them in characters: a client that sends long ones shall not fill the memory."""


class Found(Value):
    """The function that answers a request."""

    function: Function
    params: Dict[str, str]
    prefix: str
    """The path as sent up to the end of the function's route."""


class Dispatcher:
    """Knows the functions of one bundle; safe for any number of threads."""

    def __init__(self, manifest: Manifest, loader: Loader, observer: Observer) -> None:
        self.functions = manifest.functions
        self.loader = loader
        self.observer = observer
        self._observed = type(observer) is not Observer
        self._router = Router(manifest.tree)
        self._known: Dict[str, Union[Found, int]] = {}

    def find(self, path: str) -> Union[Found, int]:
        """Return the function of a path as sent, or the status that refuses it.

        The answer is shared by requests of the same path: its parameters are copied for user code.
        """
        found = self._known.get(path)
        if found is None:
            found = self._find(path)
            if len(path) <= KNOWN_LENGTH:
                if len(self._known) >= KNOWN_PATHS:
                    self._known.clear()
                self._known[path] = found
        return found

    def _find(self, path: str) -> Union[Found, int]:
        try:
            match = self._router.match(path)
        except BadPath:
            return 400
        if match is None:
            return 404
        function = self.functions[match.function]
        return Found(function, dict(zip(function.params, match.values)), match.prefix)

    def respond(self, found: Union[Found, int], exchange: Exchange) -> bool:
        """Answer a request in this thread; False when the response broke off after its head."""
        try:
            if not isinstance(found, Found):
                answer(exchange, found, PLAIN.get(found, b""))
                return True
            loaded = self.loader.load(found.function)
            if isinstance(loaded, Failed):
                answer(exchange, 500, self.page(loaded.function, loaded.error, exchange.request))
                return True
            if loaded.mode == "handler":
                from . import handler

                handler.run(loaded.target, exchange, dict(found.params))
            else:
                from . import wsgi

                wsgi.run(loaded.target, exchange, dict(found.params), found.prefix, loaded.packages)
            return True
        except Disconnected:
            return False
        except BaseException as error:
            assert isinstance(found, Found)
            return self._fail(found.function, exchange, error)

    def page(self, function: Function, error: BaseException, request: Line) -> bytes:
        """Return the body of a 500: plain, unless an observer has a page for its developer."""
        return self.observer.error_page(function, error, request.fields.get(b"accept", b"")) or PLAIN[500]

    def report(self, function: Function, request: Line, error: BaseException) -> None:
        """Log that a function raised."""
        name = f"{request.method} {request.path}"
        failure(f"Request {request.id.decode('latin-1')} failed: {name} in {function.file}", error)
        self.observer.raised(function, error, request.id.decode("latin-1"))

    def served(self, request: Line, found: Union[Found, int], status: int, write: Callable[[str], None]) -> None:
        """Tell that a response begins: the observer, else the platform."""
        if self._observed:
            file = found.function.file if isinstance(found, Found) else None
            seconds = time.perf_counter() - request.at
            identity = request.id.decode("latin-1")
            if self.observer.served(Record(identity, request.method, request.path, status, file, seconds)):
                return
        host = request.fields.get(b"eo-pages-host")
        path = shown_path(request.path, host, request.fields.get(b"x-forwarded-proto")) if host else request.path
        write(f"Pages request path: {path}\nPages response status: {status}\n")

    def _fail(self, function: Function, exchange: Exchange, error: BaseException) -> bool:
        self.report(function, exchange.request, error)
        if exchange.started:
            return False
        try:
            answer(exchange, 500, self.page(function, error, exchange.request))
        except Disconnected:
            return False
        return True
