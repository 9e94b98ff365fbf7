"""Lines on standard error: the platform's two per request, and failures with their tracebacks."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, List


def failure(what: str, error: BaseException) -> None:
    """Write what failed and the traceback, in one piece."""
    import traceback

    lines = traceback.format_exception(type(error), error, error.__traceback__)
    write(what + "\n" + "".join(lines))


def write(text: str) -> None:
    """Write whole lines at once, so that lines of two threads never mix."""
    stream = sys.stderr
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except (OSError, ValueError):
        pass


BATCH = 0.01
"""How long lines of requests are collected, in seconds."""


class Batch:
    """Collects the lines of a loop's requests, so that a busy loop writes once for many."""

    def __init__(self, later: Callable[[float, Callable[[], None]], object]) -> None:
        self._later = later
        self._lines: List[str] = []

    def add(self, lines: str) -> None:
        """Keep lines for the next write."""
        if not self._lines:
            self._later(BATCH, self.flush)
        self._lines.append(lines)

    def flush(self) -> None:
        """Write what was collected."""
        lines, self._lines = self._lines, []
        write("".join(lines))
