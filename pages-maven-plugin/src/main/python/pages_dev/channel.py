"""The private line to the Java side: JSON objects, one per line, on descriptors that user code does not know."""

import json
import os
import signal
import sys
import threading
from typing import Any, Dict, List, Optional

_LONGEST = 4000
"""Bytes: below PIPE_BUF, so that lines of several processes never mix."""

_HIGH = 200
"""Descriptors from here up survive code that closes all low ones."""


class Channel:
    """Takes over standard input and output, and leaves user code the null device and standard error."""

    def __init__(self) -> None:
        self.input = _high(0)
        self._output = _high(1)
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.close(null)
        os.dup2(2, 1)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
        self._unread = b""
        self._lock = threading.Lock()

    def read(self) -> Optional[List[Dict[str, Any]]]:
        """Wait for commands; None when the Java side is gone."""
        piece = os.read(self.input, 65536)
        if not piece:
            return None
        *lines, self._unread = (self._unread + piece).split(b"\n")
        return [json.loads(line) for line in lines]

    def tell(self, event: str, **content: Any) -> None:
        """Send one event; texts are cut when the line would be too long."""
        message = dict(content, event=event)
        line = _line(message)
        if len(line) > _LONGEST:
            line = _line({key: _cut(value) for key, value in message.items()})
        with self._lock:
            try:
                os.write(self._output, line)
            except OSError:
                pass

    def forked(self) -> None:
        """Let go of what belongs to the parent process."""
        os.close(self.input)
        self._lock = threading.Lock()


def _high(descriptor: int) -> int:
    try:
        import fcntl
    except ImportError:
        return os.dup(descriptor)
    return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, _HIGH)


def _line(message: Dict[str, Any]) -> bytes:
    return json.dumps(message).encode("ascii") + b"\n"


def _cut(value: Any) -> Any:
    if isinstance(value, str):
        return value[:40] if not value.isascii() else value[:240]
    if isinstance(value, list):
        return [_cut(item) for item in value[:10]]
    return value


def ignore_interrupts() -> None:
    """Leave Ctrl-C to the Java side, which ends this process in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
