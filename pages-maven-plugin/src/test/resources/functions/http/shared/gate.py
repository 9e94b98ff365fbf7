"""Gates that one request opens for another, so that tests of streaming need no clock; no function."""

import threading

_gates = {}
_lock = threading.Lock()


def gate(name):
    with _lock:
        return _gates.setdefault(name, threading.Event())
