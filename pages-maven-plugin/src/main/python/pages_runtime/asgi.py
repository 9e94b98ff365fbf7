"""Mounts an ASGI application at a route's prefix."""

from __future__ import annotations

from urllib.parse import unquote

from . import habits
from .lifespan import Lifespan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

    from .dispatch import Found
    from .habits import Packages

    Scope = Dict[str, Any]


class Mount:
    """A loaded ASGI function: the application and its lifespan."""

    def __init__(self, application: Any, packages: Packages) -> None:
        habits.prepare(application, packages)
        self.application = application
        self.lifespan = Lifespan(application)
        self._stripped = habits.wants_stripped_path(packages)
        self._rootless = habits.wants_no_root_path(packages)

    def place(self, found: Found, path: str) -> Place:
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


class Place:
    """A mount at a path as sent: all of a request's scope that needs to be worked out only once."""

    __slots__ = ("_changes", "_params", "_state", "application", "found", "path")

    def __init__(self, mount: Mount, found: Found, path: str, changes: Scope) -> None:
        self.application = mount.application
        self.found = found
        self.path = path
        self._changes = changes
        self._params = found.params
        self._state = mount.lifespan.state

    def enter(self, scope: Scope) -> None:
        """Make a server's scope the application's own."""
        scope.update(self._changes)
        scope["path_params"] = self._params.copy()
        scope["state"] = self._state.copy()
