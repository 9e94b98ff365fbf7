"""Finds a project's unittest tests.

``unittest``'s own discovery passes over folders without ``__init__.py`` and refuses modules whose name
is taken; here every ``test*.py`` below the tests folder is imported, and one that cannot be is a failed
test that says why.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback
import unittest
from pathlib import Path
from typing import Iterator

PATTERN = "test*.py"


class ImportOfTests(unittest.TestCase):
    """Stands for a file that could not be imported, or asked to be skipped when it was."""

    def __init__(self, module: str, reason: str, skipped: bool = False) -> None:
        super().__init__()
        self.module = module
        self._reason = reason
        self._skipped = skipped

    def id(self) -> str:
        return f"{self.module}.import"

    def __str__(self) -> str:
        return f"import ({self.module})"

    def runTest(self) -> None:
        """Skip, or raise what the import raised."""
        if self._skipped:
            self.skipTest(self._reason)
        raise ImportError(self._reason)


def find_tests(folder: Path) -> unittest.TestSuite:
    """Import the test files below a folder, in the order of their names."""
    folder = folder.resolve()
    top = folder.parent if (folder / "__init__.py").is_file() else folder
    sys.path.insert(0, str(top))
    return unittest.TestSuite(_load(file, top) for file in sorted(_files(folder)))


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, _ in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__pycache__")))
        yield from Path(parent).glob(PATTERN)


def _load(file: Path, top: Path) -> unittest.TestSuite:
    parts = file.relative_to(top).with_suffix("").parts
    name = ".".join(parts)
    if any("." in part for part in parts):
        return _broken(name, f"{file} cannot be imported: a name with a dot is no module name")
    try:
        module = importlib.import_module(name)
    except unittest.SkipTest as skip:
        return unittest.TestSuite([ImportOfTests(name, str(skip), skipped=True)])
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        what = f"{file.name} cannot be imported: {error or type(error).__name__}"
        return _broken(name, f"{what}\n{_own_part(error)}")
    if Path(module.__file__ or "").resolve() != file:
        return _broken(name, f"{file} is hidden by {module.__file__}: rename one of them")
    return unittest.defaultTestLoader.loadTestsFromModule(module)


def _broken(name: str, reason: str) -> unittest.TestSuite:
    return unittest.TestSuite([ImportOfTests(name, reason)])


def _own_part(error: BaseException) -> str:
    """The traceback from the test file on, without the import system's frames."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if "importlib" not in f.filename and f.filename != __file__]
    lines = traceback.format_list(own) + traceback.format_exception_only(type(error), error)
    return "".join(lines).rstrip()
