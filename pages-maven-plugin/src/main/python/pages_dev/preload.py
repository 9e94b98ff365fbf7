"""Imports libraries before user code is read, so that a reload does not wait for them."""

import importlib
import os
import sys
import time
from typing import Iterable, List, Tuple

_RUNTIME = (
    "asyncio",
    "concurrent.futures.thread",
    "ctypes",
    "email.parser",
    "http.server",
    "json",
    "linecache",
    "socketserver",
    "tempfile",
    "traceback",
    "pages_runtime.main",
    "pages_runtime.handler",
    "pages_runtime.wsgi",
    "pages_runtime.asgi",
    "pages_runtime.lifespan",
    "pages_dev.failure",
    "pages_dev.page",
    "pages_dev.standby",
    "pages_dev.worker",
)


def search_path(packages: str, bundle: str) -> None:
    """Put the packages behind the standard library and the bundle last, as the runtime does."""
    home = os.path.dirname(os.path.abspath(os.__file__))
    library = [entry for entry in sys.path if entry and _is_library(entry, home)]
    others = [entry for entry in sys.path if entry and entry not in library]
    sys.path[:] = [*library, packages, *others, bundle]


def _is_library(entry: str, home: str) -> bool:
    name = os.path.basename(entry)
    inside = entry.startswith(home) and "-packages" not in entry
    return inside or name == "DLLs" or (name.startswith("python") and name.endswith(".zip"))


def load(modules: Iterable[str], runtime: bool) -> Tuple[List[str], int]:
    """Import modules and the runtime; return those that could not be imported, and the milliseconds it took.

    A library that fails without the user's settings is no mistake here: its user imports it again.
    """
    start = time.monotonic()
    failed = []
    for module in [*modules, *(_RUNTIME if runtime else ())]:
        try:
            importlib.import_module(module)
        except BaseException:
            failed.append(module)
    return failed, round((time.monotonic() - start) * 1000)


def threads() -> int:
    """Return how many threads this process has, those of C libraries included; 0 when the system does not tell."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return 0
