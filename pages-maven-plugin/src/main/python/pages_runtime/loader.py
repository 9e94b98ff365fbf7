"""Imports functions: each at its first request, once, whatever the number of requests for it."""

from __future__ import annotations

import gc
import importlib
import threading

from . import layout
from .log import failure
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, FrozenSet, Optional, Union

    from .manifest import Function
    from .observer import Observer


class Entry(Value):
    """What answers in a function."""

    function: Function
    mode: str
    """``handler``, ``wsgi`` or ``asgi``."""
    target: Any
    packages: FrozenSet[str]
    """By which the habits of its framework are known; none for a handler."""


class Failed(Value):
    """A function that could not be imported, and why."""

    function: Function
    error: BaseException


if TYPE_CHECKING:
    Loaded = Union[Entry, Failed]


class Loader:
    """Keeps what was loaded, and what failed: a failed import is not tried again."""

    def __init__(self, folder: str, observer: Observer) -> None:
        self._folder = folder
        self._observer = observer
        self._loaded: Dict[str, Loaded] = {}
        self._locks: Dict[str, threading.Lock] = {}
        self._guard = threading.Lock()
        self._imports = 0

    def loaded(self, function: Function) -> Optional[Loaded]:
        """Return what is known of a function without loading it; never blocks."""
        return self._loaded.get(function.file)

    def load(self, function: Function) -> Loaded:
        """Import a function if that has not been done; blocks while another thread does."""
        known = self._loaded.get(function.file)
        if known is not None:
            return known
        with self._guard:
            lock = self._locks.setdefault(function.file, threading.Lock())
        with lock:
            known = self._loaded.get(function.file)
            if known is None:
                known = self._loaded[function.file] = self._import(function)
        return known

    def fail(self, function: Function, error: BaseException) -> Failed:
        """Record that a loaded function cannot be used after all, and report it."""
        failed = self._loaded[function.file] = Failed(function, error)
        if not self._observer.failed(function, error):
            failure(f"The function {function.file} cannot be loaded; {function.pattern} answers 500.", error)
        return failed

    def _import(self, function: Function) -> Loaded:
        name = layout.module_name(self._folder, function.file)
        self._hold_garbage(1)
        try:
            target = importlib.import_module(name)
            for part in function.symbol.split("."):
                target = getattr(target, part)
            return _entry(function, function.mode if function.mode != "auto" else mode_of(target), target)
        except BaseException as error:
            return self.fail(function, error)
        finally:
            self._hold_garbage(-1)

    def _hold_garbage(self, change: int) -> None:
        """Collect no garbage while functions are imported: nearly all that they make stays."""
        with self._guard:
            self._imports += change
            if self._imports:
                gc.disable()
            else:
                gc.freeze()
                gc.enable()


def _entry(function: Function, mode: str, target: Any) -> Entry:
    if mode == "handler":
        return Entry(function, mode, target, frozenset())
    from .habits import packages_of

    return Entry(function, mode, target, packages_of(target, function.framework))


def mode_of(target: Any) -> str:
    """Tell the mode of an entry from the loaded object. Raises TypeError when it has none."""
    from http.server import BaseHTTPRequestHandler
    from inspect import Parameter, iscoroutinefunction, signature

    if isinstance(target, type):
        if issubclass(target, BaseHTTPRequestHandler):
            return "handler"
        raise TypeError(f"{target!r} is a class, but not derived from BaseHTTPRequestHandler")
    if not callable(target):
        raise TypeError(f"{target!r} cannot be called")
    if iscoroutinefunction(target) or iscoroutinefunction(type(target).__call__):
        return "asgi"
    kinds = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
    parameters = [p for p in signature(target).parameters.values() if p.kind in kinds]
    required = [p for p in parameters if p.default is Parameter.empty]
    if len(required) <= 2 <= len(parameters):
        return "wsgi"
    if len(required) <= 3 <= len(parameters):
        return "asgi"
    raise TypeError(f"{target!r} takes neither (environ, start_response) nor (scope, receive, send)")
