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
        def served(self, record): ...               # one per request
        def error_page(self, function, error, accept): ...  # HTML or JSON for a 500, or None

    serve(bundle, Settings(host="127.0.0.1", port=0, sources_only=True), Control())

``serve`` blocks until SIGTERM or SIGINT, must run in the main thread to see them, and may be called
in a forked child: nothing is started before it. ``sources_only`` makes functions be compiled from
their sources whatever bytecode lies about. An already open listening socket may be handed over.
"""

import gc
import os
import socket
import sys
from typing import Optional, Union

from . import layout, manifest
from .dispatch import Dispatcher
from .loader import Loader
from .log import failure, write
from .observer import Observer
from .settings import SettingError, Settings
from .threads import ThreadServer, bind


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
    bundle: "Union[str, os.PathLike[str]]",
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
    if threads:
        if settings.eager:
            for function in known.functions:
                dispatcher.loader.load(function)
        server = ThreadServer(open_listener, dispatcher, settings)
        gc.freeze()
        gc.enable()
        watcher.listening(host, port)
        server.run()
        return
    try:
        from . import application, uvicorn_front
    except ImportError as error:
        failure("The bundle has framework functions, and uvicorn, which serves them, cannot be imported.", error)
        sys.exit(1)
    app = application.Application(dispatcher, settings)
    uvicorn_front.run(app, open_listener, settings, lambda: watcher.listening(host, port))
