"""The habits of frameworks: where they read a request in a way of their own.

A framework is known by the packages of an application's classes, and by what the build has found
inside the middleware around it.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, FrozenSet, Optional

    Packages = FrozenSet[str]

_READS_PATH_RAW = frozenset(("sanic", "falcon"))
"""Their routers compare ``path`` with their routes and do not take ``root_path`` off."""
_ADDS_ROOT_PATH = frozenset(("sanic",))
"""They put ``root_path`` before ``path`` and then compare: they must not be told of it."""
_GOES_BY_LENGTH = frozenset(("bottle", "django"))
"""They read no more of a body than CONTENT_LENGTH says, or decode its chunks once more."""


def packages_of(application: Any, framework: Optional[str]) -> Packages:
    """Return the packages of an application's classes, and the framework that the build has found."""
    packages = {cls.__module__.partition(".")[0] for cls in type(application).__mro__}
    return frozenset(packages | {framework} if framework else packages)


def wants_stripped_path(packages: Packages) -> bool:
    """Whether an ASGI application wants ``path`` without the prefix.

    Sanic and Falcon do, and so did Starlette (and FastAPI) before 0.33. Quart takes ``root_path``
    off itself, as the specification has it.
    """
    if packages & _READS_PATH_RAW:
        return True
    if not packages & {"starlette", "fastapi"}:
        return False
    version = getattr(sys.modules.get("starlette"), "__version__", "1")
    major, minor = ([*version.split("."), "0"])[:2]
    return major == "0" and minor.isdigit() and int(minor) < 33


def wants_no_root_path(packages: Packages) -> bool:
    """Whether an ASGI application must not be told of its prefix."""
    return bool(packages & _ADDS_ROOT_PATH)


def wants_length(packages: Packages) -> bool:
    """Whether a WSGI application cannot read a body whose length it is not told."""
    return bool(packages & _GOES_BY_LENGTH)


def prepare(application: Any, packages: Packages) -> None:
    """Set what an application must have set before it starts beside others of its framework.

    Sanic rewrites its own classes for the application that starts (TouchUp). It can do so once in a
    process, and leaves out what a second application might use.
    """
    if "sanic" in packages and hasattr(application, "config"):
        application.config.TOUCHUP = False
