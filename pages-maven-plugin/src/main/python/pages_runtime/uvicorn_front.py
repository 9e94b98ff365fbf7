"""The front of projects with a framework function: uvicorn, with a guard before its protocols."""

from __future__ import annotations

import asyncio
import gc
import importlib.util
import logging
import signal
import threading
import time

from . import later
from .guard import H11Guard

# Its own code imports a command line with all that this needs, which takes longer than to import the server.
uvicorn = later.postpone("uvicorn")
later.postpone("logging.config")

from uvicorn.config import Config  # noqa: E402
from uvicorn.server import Server  # noqa: E402

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    from typing import Any, Callable, Set, Type

    from .application import Application
    from .guard import Guard
    from .settings import Settings

uvicorn.Config = Config  # Its lifespan modules import it from there.

SWEEP = 1.0
"""How often connections are looked at for late clients, in seconds, at most."""


def run(application: Application, listener: socket.socket, settings: Settings, ready: Callable[[], None]) -> None:
    """Serve until SIGTERM or SIGINT; ``ready`` is called when requests are accepted."""
    guarded: Set[Guard] = set()
    config = Config(application, **_options(settings, guarded))
    server = _Server(config, guarded, settings, ready)
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, server.end)
    loop = _new_loop()
    try:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(server.serve(sockets=[listener]))
    finally:
        asyncio.set_event_loop(None)
        loop.close()


class _Server(Server):
    """Tells when it is up, and looks after its connections."""

    def __init__(self, config: Any, guarded: Set[Guard], settings: Settings, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._guarded = guarded
        self._ready = ready
        limits = (settings.head_timeout, settings.body_timeout, settings.send_timeout, settings.idle_timeout)
        self._interval = min(SWEEP, *(seconds / 4 for seconds in limits))

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets=sockets)
        gc.freeze()
        gc.enable()
        self._ready()
        self._sweep()

    def end(self, *_: Any) -> None:
        """Take a signal before uvicorn does, during the start, and after it, when it is raised again: status 0."""
        self.should_exit = True

    def _sweep(self) -> None:
        now = time.monotonic()
        for connection in list(self._guarded):
            connection.sweep(now)
        if not self.should_exit:
            asyncio.get_running_loop().call_later(self._interval, self._sweep)


def _options(settings: Settings, guarded: Set[Guard]) -> dict[str, Any]:
    options = {
        "interface": "asgi3",
        "http": _protocol(settings, guarded),
        "ws": _web_socket if _has("websockets") or _has("wsproto") else None,
        "loop": "none",
        "lifespan": "on",
        "log_config": None,
        "access_log": False,
        "proxy_headers": False,
        "server_header": False,
        "date_header": False,
        "timeout_keep_alive": settings.idle_timeout,
        "timeout_graceful_shutdown": settings.grace,
        "h11_max_incomplete_event_size": settings.max_head,
        "backlog": 2048,
    }
    for name in ("uvicorn.error", "uvicorn.asgi"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    known = Config.__init__.__code__.co_varnames
    return {name: value for name, value in options.items() if name in known}


def _protocol(settings: Settings, guarded: Set[Guard]) -> Type[Any]:
    """Return uvicorn's protocol class for the parser to use, with the guard before it."""
    guard: Type[Guard]
    if settings.http == "httptools" or (settings.http == "auto" and _has("httptools")):
        from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol as Protocol

        from .guard_httptools import HttptoolsGuard

        guard = HttptoolsGuard
    else:
        from uvicorn.protocols.http.h11_impl import H11Protocol as Protocol

        guard = H11Guard
    return type("GuardedProtocol", (guard, Protocol), {"settings": settings, "guarded": guarded})


def _web_socket(*args: Any, **options: Any) -> Any:
    """Make a WebSocket protocol; its modules are imported at the first upgrade."""
    from uvicorn.protocols.websockets.auto import AutoWebSocketsProtocol

    assert AutoWebSocketsProtocol is not None
    return AutoWebSocketsProtocol(*args, **options)


def _new_loop() -> asyncio.AbstractEventLoop:
    if _has("uvloop"):
        import uvloop

        loop: asyncio.AbstractEventLoop = uvloop.new_event_loop()
        return loop
    return asyncio.new_event_loop()


def _has(package: str) -> bool:
    return importlib.util.find_spec(package) is not None
