"""The search path and the module names of a bundle.

A function's module name is its path with dots for slashes; ``%`` and ``.`` inside a segment are
escaped as ``%25`` and ``%2E``. A folder beside a file of the same name (``[id]/`` and ``[id].py``)
ends in ``%2F``, for Python takes the file alone for ``[id]``. Where the first segment belongs to
the standard library or to an installed distribution, the name starts with ``pages_functions.``.
Python's own path finder imports all other names; one finder before it serves the escaped and
prefixed ones, and the folders at the top, which a module of the same name anywhere later on the
path would hide.
"""

from __future__ import annotations

import os
import sys
import time
from importlib.machinery import FileFinder, ModuleSpec, PathFinder, SourceFileLoader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any, List, Optional, Sequence, Tuple

PREFIX = "pages_functions"
_FOLDER = "%2F"


def install(bundle: str, entry_folders: Sequence[str], sources_only: bool = False) -> None:
    """Set ``sys.path`` and the finder for a bundle (an absolute path); may be repeated."""
    packages, functions = folders(bundle)
    own = [packages, functions] + [os.path.join(functions, *f.split("/")) for f in entry_folders if f]
    library = [entry for entry in sys.path if _is_library(entry)]
    others = [entry for entry in sys.path if entry and entry not in library and entry not in own and entry != bundle]
    sys.path[:] = [*library, *own, *others, bundle]
    if sources_only:
        _ignore_bytecode(functions)
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, FunctionFinder)]
    own_finder = FunctionFinder(functions)
    sys.meta_path.insert(sys.meta_path.index(PathFinder) if PathFinder in sys.meta_path else 0, own_finder)


def folders(bundle: str) -> Tuple[str, str]:
    """Return the folders of the packages and of the functions.

    A server that follows changes names others than the bundle's own with PAGES_PACKAGES and
    PAGES_FUNCTIONS: by the environment, so that spawned children know them as well.
    """
    packages = os.environ.get("PAGES_PACKAGES") or os.path.join(bundle, "packages")
    functions = os.environ.get("PAGES_FUNCTIONS") or os.path.join(bundle, "functions")
    return os.path.abspath(packages), os.path.abspath(functions)


def _is_library(entry: str) -> bool:
    """Whether an entry of ``sys.path`` belongs to the standard library."""
    home = os.path.dirname(os.path.abspath(os.__file__))
    name = os.path.basename(entry)
    return (
        entry == home
        or (os.path.dirname(entry) == home and name == "lib-dynload")
        or (name.startswith("python") and name.endswith(".zip"))
        or name == "DLLs"
    )


def module_name(functions: str, file: str) -> str:
    """Return the module name of a function's file; ``functions`` is the folder's path."""
    segments = file[: -len(".py")].split("/")
    folders = [_folder_component(functions, segments[: end + 1]) for end in range(len(segments) - 1)]
    name = ".".join([*folders, escape(segments[-1])])
    return PREFIX + "." + name if _is_taken(functions, segments[0]) else name


def _folder_component(functions: str, segments: Sequence[str]) -> str:
    path = os.path.join(functions, *segments)
    hidden = os.path.isfile(path + ".py") and not os.path.isfile(os.path.join(path, "__init__.py"))
    return escape(segments[-1]) + (_FOLDER if hidden else "")


def escape(segment: str) -> str:
    """Return a path segment as a component of a module name."""
    return segment.replace("%", "%25").replace(".", "%2E")


def unescape(component: str) -> str:
    """Return the path segment of a component of a module name."""
    return component.replace(_FOLDER, "").replace("%2E", ".").replace("%25", "%")


def _is_taken(functions: str, first: str) -> bool:
    """Whether something else than the functions folder gives the name ``first``."""
    if first in sys.builtin_module_names or first in (PREFIX, "pages_runtime", "__main__"):
        return True
    return PathFinder.find_spec(first, _before(functions)) is not None


def _before(functions: str) -> List[str]:
    """Return the part of the search path that goes before the functions."""
    return sys.path[: sys.path.index(functions)] if functions in sys.path else sys.path


def _ignore_bytecode(functions: str) -> None:
    """Make folders of functions be imported from source alone."""

    def hook(path: str) -> FileFinder:
        if path != functions and not path.startswith(functions + os.sep):
            raise ImportError("not a folder of functions")
        return FileFinder(path, (_SourceLoader, [".py"]))

    sys.path_hooks.insert(0, hook)
    for path in [p for p in sys.path_importer_cache if p.startswith(functions)]:
        del sys.path_importer_cache[path]


class _SourceLoader(SourceFileLoader):
    """Compiles a module each time it is imported."""

    def get_code(self, fullname: str) -> Any:
        path = self.get_filename(fullname)
        while True:
            data = self.get_data(path)
            try:
                if data or not _is_being_written(path, 1.0):
                    return self.source_to_code(data, path)
            except SyntaxError:
                if not _is_being_written(path, 0.2):
                    raise
            time.sleep(0.01)


def _is_being_written(path: str, patience: float) -> bool:
    """Whether an editor that writes in place may not have finished: it empties the file first."""
    return not path.endswith("__init__.py") and abs(time.time() - os.stat(path).st_mtime) < patience


class FunctionFinder:
    """Finds the names that the path finder cannot: escaped ones and ``pages_functions``."""

    def __init__(self, functions: str) -> None:
        self._functions = functions
        with os.scandir(functions) as entries:
            self._folders = {entry.name for entry in entries if entry.is_dir() and "." not in entry.name}

    def find_spec(
        self, fullname: str, path: Optional[Sequence[str]], target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        """Return the spec of a name of ours, else None."""
        if fullname == PREFIX:
            return self._folder(fullname, [self._functions])
        if fullname in self._folders and PathFinder.find_spec(fullname, _before(self._functions)) is None:
            return PathFinder.find_spec(fullname, [self._functions])
        component = fullname.rpartition(".")[2]
        if "%" not in component:
            return None
        from importlib.util import spec_from_file_location

        found = [os.path.join(p, unescape(component)) for p in (path or [self._functions])]
        for location in found:
            package = os.path.join(location, "__init__.py")
            if os.path.isfile(package):
                return spec_from_file_location(fullname, package, submodule_search_locations=[location])
            if os.path.isfile(location + ".py") and not component.endswith(_FOLDER):
                return spec_from_file_location(fullname, location + ".py")
        folders = [location for location in found if os.path.isdir(location)]
        return self._folder(fullname, folders) if folders else None

    def _folder(self, name: str, locations: List[str]) -> ModuleSpec:
        spec = ModuleSpec(name, _FolderLoader(locations[0]), is_package=True)  # type: ignore[arg-type]
        spec.origin = os.path.join(locations[0], "__init__.py")
        spec.submodule_search_locations = locations
        return spec


class _FolderLoader:
    """Loads a folder without ``__init__.py``, and gives access to the files in it."""

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, "__init__.py")

    def create_module(self, spec: ModuleSpec) -> Optional[ModuleType]:
        return None

    def exec_module(self, module: ModuleType) -> None:
        pass

    def get_resource_reader(self, fullname: str) -> Any:
        """Return the reader that ``importlib.resources`` asks for, from Python 3.10 on."""
        try:
            from importlib import readers
        except ImportError:
            return None
        return readers.FileReader(self)  # type: ignore[arg-type]
