"""Sends held output that its function does not go on with.

Small output is held until the response ends, so that most responses are one packet with a
Content-Length. What is still held after a moment is sent by this thread.
"""

from __future__ import annotations

import threading
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional, Protocol, Set

    class Held(Protocol):
        """Something that holds output."""

        def release(self) -> None:
            """Send what is held, if it still is; must not block."""


DELAY = 0.02
"""How long output is held, in seconds; at most twice as long."""


class Flusher:
    """One thread, asleep while nothing is held."""

    def __init__(self) -> None:
        self._held: Set[Held] = set()
        self._wake = threading.Event()
        self._thread: Optional[threading.Thread] = None
        self._lock = threading.Lock()

    def hold(self, item: Held) -> None:
        """Release an item in a moment."""
        self._held.add(item)
        if not self._wake.is_set():
            self._wake.set()
            if self._thread is None:
                self._start()

    def drop(self, item: Held) -> None:
        """Forget an item that has sent all it held, and all that it keeps in memory."""
        self._held.discard(item)

    def _start(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="pages-flusher", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while True:
            self._wake.wait()
            self._wake.clear()
            while self._held:
                time.sleep(DELAY)
                for item in list(self._held):
                    self._held.discard(item)
                    item.release()
