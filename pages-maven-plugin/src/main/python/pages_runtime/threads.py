"""The front of projects with handlers only: the standard library's sockets and threads."""

from __future__ import annotations

import selectors
import signal
import socket
import threading
import time
from collections import deque

from .connection import Connection, Keeper

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Deque, Dict, Set, Tuple

    from .dispatch import Dispatcher
    from .settings import Settings
    from .wire_exchange import WireExchange

SWEEP = 1.0
"""How often parked connections are looked at for their deadlines, in seconds, at most."""
LAST_LOOK = 0.05
"""How long silent connections are kept when the server stops, in seconds."""


class ThreadServer(Keeper):
    """Accepts connections, watches the silent ones, and gives the others to worker threads."""

    def __init__(self, listener: socket.socket, dispatcher: Dispatcher, settings: Settings) -> None:
        super().__init__(dispatcher, settings)
        self._listener = listener
        self._parked: Set[Connection] = set()
        self._arriving: Deque[Connection] = deque()
        self._open: Set[Connection] = set()
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer, listener):
            end.setblocking(False)
        self._timed: Dict[Connection, Tuple[float, WireExchange]] = {}
        self._sweep = min(SWEEP, settings.head_timeout / 4, settings.idle_timeout / 4)
        if settings.max_duration is not None:
            self._sweep = min(self._sweep, settings.max_duration / 8)

    def run(self) -> None:
        """Serve until ``stop``; requests in flight then have the time of grace."""
        hears = threading.current_thread() is threading.main_thread()
        if hears:
            self._take_signals()
        try:
            self._watch()
        finally:
            if hears:
                signal.set_wakeup_fd(-1)
        self._drain()

    def _take_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._signalled)
        # Else a signal that comes just before the wait, or to another thread, does not end it.
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)

    def _watch(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._listener, selectors.EVENT_READ)
            selector.register(self._reader, selectors.EVENT_READ)
            swept = time.monotonic()
            while not self.stopping:
                waits = self._parked or self.settings.max_duration is not None
                for key, _ in selector.select(self._sweep if waits else None):
                    self._ready(selector, key)
                self._take_arriving(selector)
                now = time.monotonic()
                if now - swept >= self._sweep:
                    swept = now
                    self._expire(selector, now)

    def stop(self) -> None:
        """Stop accepting; may be called from any thread and from a signal's handler."""
        self.stopping = True
        self._wake()

    def park(self, connection: Connection) -> None:
        """Watch a silent connection; called by its worker, which then lets it alone."""
        self._arriving.append(connection)
        self._wake()

    def forget(self, connection: Connection) -> None:
        """Note that a connection has ended."""
        self._open.discard(connection)

    def limit(self, connection: Connection, exchange: WireExchange) -> None:
        """Give an exchange up if it takes longer than is allowed."""
        if self.settings.max_duration is not None:
            self._timed[connection] = (time.monotonic() + self.settings.max_duration, exchange)

    def end_limit(self, connection: Connection) -> None:
        """Note that a connection's exchange has ended."""
        self._timed.pop(connection, None)

    def _signalled(self, *_: Any) -> None:
        self.stop()

    def _wake(self) -> None:
        try:
            self._writer.send(b"\0")
        except OSError:
            pass

    def _ready(self, selector: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
        if key.fileobj is self._listener:
            self._accept()
        elif key.fileobj is self._reader:
            self._reader.recv(4096)
        else:
            self._unpark(selector, key.data)
            self.pool.submit(key.data.serve)

    def _accept(self) -> None:
        for _ in range(64):
            try:
                sock, client = self._listener.accept()
            except BlockingIOError:
                return
            except OSError:
                time.sleep(0.05)
                return
            try:
                connection = Connection(self, sock, client[:2])
            except OSError:
                sock.close()
                continue
            self._open.add(connection)
            self.pool.submit(connection.serve)

    def _take_arriving(self, selector: selectors.BaseSelector) -> None:
        while self._arriving:
            connection = self._arriving.popleft()
            self._parked.add(connection)
            selector.register(connection.wire, selectors.EVENT_READ, connection)

    def _unpark(self, selector: selectors.BaseSelector, connection: Connection) -> None:
        selector.unregister(connection.wire)
        self._parked.discard(connection)

    def _expire(self, selector: selectors.BaseSelector, now: float) -> None:
        for connection in [c for c in self._parked if c.deadline < now]:
            self._unpark(selector, connection)
            self.pool.submit(connection.expire)
        for connection, (deadline, exchange) in list(self._timed.items()):
            if deadline < now and self._timed.pop(connection, None) is not None:
                exchange.expire()
                self.forget(connection)

    def _drain(self) -> None:
        """Close what is idle and wait for what is not; what has come before the end is answered."""
        self._accept()
        self._listener.close()
        end = time.monotonic() + self.settings.grace
        time.sleep(LAST_LOOK)
        while self._open and time.monotonic() < end:
            while self._arriving:
                self._parked.add(self._arriving.popleft())
            for connection in self._parked:
                if connection.wire.readable():
                    self.pool.submit(connection.serve)
                else:
                    connection.close()
            self._parked.clear()
            time.sleep(0.01)
