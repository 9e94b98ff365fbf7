"""Makes modules known without running their code, which runs when something of it is used."""

from __future__ import annotations

import importlib.util
import sys
import threading
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LOCK = threading.RLock()


def postpone(name: str) -> Any:
    """Return a module whose code runs when an attribute is asked for that it does not have yet.

    The modules in a package can be imported while the package's own code has not run. One that is
    imported already is returned as it is. Raises ImportError when there is none.
    """
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.find_spec(name)
    if spec is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    module = importlib.util.module_from_spec(spec)
    module.__class__ = _Postponed
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, module)
    return module


class _Postponed(ModuleType):
    """A module whose code has not run; once it has, this is a module like any other."""

    def __getattr__(self, name: str) -> Any:
        with _LOCK:
            if type(self) is _Postponed:
                self.__class__ = _Running
                try:
                    self.__spec__.loader.exec_module(self)  # type: ignore[union-attr]
                except BaseException:
                    self.__class__ = _Postponed
                    raise
                self.__class__ = ModuleType  # type: ignore[assignment]
        return ModuleType.__getattribute__(self, name)


class _Running(_Postponed):
    """One whose code runs: what it lacks now it does not have; other threads wait."""
