"""Mounts an ASGI application at a route's prefix."""

import sys
from typing import Any, Dict, NamedTuple, Set
from urllib.parse import unquote

from .dispatch import Found
from .lifespan import Lifespan

Scope = Dict[str, Any]

_READS_PATH_RAW = frozenset(("sanic", "falcon"))
"""Packages whose routers compare ``path`` with their routes and do not take ``root_path`` off."""
_ADDS_ROOT_PATH = frozenset(("sanic",))
"""Packages that put ``root_path`` before ``path`` and then compare: they must not be told of it."""


class Mount:
    """A loaded ASGI function: the application and its lifespan."""

    def __init__(self, application: Any) -> None:
        self.application = application
        self.lifespan = Lifespan(application)
        self._stripped = wants_stripped_path(application)
        self._rootless = bool(packages_of(application) & _ADDS_ROOT_PATH)

    def place(self, found: Found, path: str) -> "Place":
        """Return this mount at a path as sent.

        ``path`` is the whole path and ``root_path`` its prefix, as the specification has it, or the
        rest alone for applications that do not know it so. An empty rest is ``/``.
        """
        prefix = found.prefix
        rest = path[len(prefix) :] or "/"
        shown = rest if self._stripped else prefix + rest
        sent = rest if self._stripped else path
        changes = {
            "root_path": "" if self._rootless else unquote(prefix) if "%" in prefix else prefix,
            "path": unquote(shown) if "%" in shown else shown,
            "raw_path": sent.encode("latin-1"),
        }
        return Place(self, found, path, changes)


class Place(NamedTuple):
    """A mount at a path as sent: all of a request's scope that needs to be worked out only once."""

    mount: Mount
    found: Found
    path: str
    changes: Scope

    def enter(self, scope: Scope) -> None:
        """Make a server's scope the application's own."""
        scope.update(self.changes)
        scope["path_params"] = dict(self.found.params)
        scope["state"] = self.mount.lifespan.state.copy()


def packages_of(application: Any) -> Set[str]:
    """Return the packages of an application's classes."""
    return {cls.__module__.partition(".")[0] for cls in type(application).__mro__}


def wants_stripped_path(application: Any) -> bool:
    """Whether an application wants ``path`` without the prefix.

    Sanic and Falcon do, and so did Starlette (and FastAPI) before 0.33. Quart takes ``root_path``
    off itself, as the specification has it.
    """
    packages = packages_of(application)
    if packages & _READS_PATH_RAW:
        return True
    if not packages & {"starlette", "fastapi"}:
        return False
    version = getattr(sys.modules.get("starlette"), "__version__", "1")
    major, minor = ([*version.split("."), "0"])[:2]
    return major == "0" and minor.isdigit() and int(minor) < 33
