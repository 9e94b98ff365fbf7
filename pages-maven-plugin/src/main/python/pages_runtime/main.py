"""Starts a server for a bundle.

``main`` is what ``app.py`` calls. ``serve`` is the seam for ``pages:run``: a program of its own
puts the bundle's folder on ``sys.path``, then calls::

    from pages_runtime.main import serve
    from pages_runtime.observer import Observer
    from pages_runtime.settings import Settings

    class Control(Observer):
        def listening(self, host, port): ...        # port 0 was asked for; this one is bound
        def failed(self, function, error): ...      # an import failed: once per function
        def raised(self, function, error, request_id): ...
        def served(self, record): ...               # one per request; true keeps the platform's lines from stderr
        def error_page(self, function, error, accept): ...  # HTML or JSON for a 500, or None

    serve(bundle, Settings(host="127.0.0.1", port=0, sources_only=True), Control())

``serve`` blocks until SIGTERM or SIGINT, must run in the main thread to see them, and may be called
in a forked child: nothing is started before it. ``sources_only`` makes functions be compiled from
their sources whatever bytecode lies about. An already open listening socket may be handed over.
"""

from __future__ import annotations

import gc
import os
import socket
import sys

from . import layout, manifest
from .dispatch import Dispatcher
from .loader import Loader
from .log import failure, write
from .observer import Observer
from .settings import SettingError, Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Optional, Union


def main(bundle: str) -> int:
    """Serve a bundle as the environment says; return the exit status."""
    try:
        settings = Settings.from_environ(os.environ)
    except SettingError as error:
        write(f"{error}\n")
        return 2
    try:
        serve(bundle, settings)
    except OSError as error:
        write(f"Port {settings.port} of {settings.host} cannot be opened: {error}\n")
        return 1
    return 0


def serve(
    bundle: Union[str, os.PathLike[str]],
    settings: Settings,
    observer: Optional[Observer] = None,
    listener: Optional[socket.socket] = None,
) -> None:
    """Serve a bundle until SIGTERM or SIGINT; see the top of this module. Raises OSError."""
    gc.disable()
    folder = os.path.abspath(bundle)
    functions = layout.folders(folder)[1]
    known = manifest.read(folder)
    layout.install(folder, known.entry_folders, settings.sources_only)
    os.chdir(functions)
    watcher = observer or Observer()
    open_listener = listener or bind(settings)
    host, port = open_listener.getsockname()[:2]
    dispatcher = Dispatcher(known, Loader(functions, watcher), watcher)
    threads = settings.front == "threads" or (settings.front == "auto" and known.handlers_only)
    front = _with_threads if threads else _with_uvicorn
    front(dispatcher, open_listener, settings, lambda: watcher.listening(host, port))


def _with_threads(
    dispatcher: Dispatcher, listener: socket.socket, settings: Settings, ready: Callable[[], None]
) -> None:
    from .threads import ThreadServer

    if settings.eager:
        for function in dispatcher.functions:
            dispatcher.loader.load(function)
    server = ThreadServer(listener, dispatcher, settings)
    gc.freeze()
    gc.enable()
    ready()
    server.run()


def _with_uvicorn(
    dispatcher: Dispatcher, listener: socket.socket, settings: Settings, ready: Callable[[], None]
) -> None:
    try:
        from . import application, uvicorn_front
    except ImportError as error:
        failure("The bundle has framework functions, and uvicorn, which serves them, cannot be imported.", error)
        sys.exit(1)
    uvicorn_front.run(application.Application(dispatcher, settings), listener, settings, ready)


def bind(settings: Settings) -> socket.socket:
    """Open the listening socket. Raises OSError."""
    listener = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((settings.host, settings.port))
    listener.listen(2048)
    return listener
