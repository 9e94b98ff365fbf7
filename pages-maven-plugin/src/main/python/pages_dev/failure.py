"""Describes why a function cannot be imported: where in the user's code, and with which lines around it."""

import linecache
import os
import traceback
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

_AROUND = 3


class Place(NamedTuple):
    """A position in a file; line and column count from 1, a column of 0 is unknown."""

    path: str
    line: int
    column: int


def describe(error: BaseException, functions: str) -> Dict[str, Any]:
    """Return error, where and source lines of an exception, with places seen from the functions folder."""
    place = find_place(error, functions)
    return {
        "error": headline(error),
        "where": show(place, functions) if place else "",
        "source": excerpt(place) if place else [],
    }


def headline(error: BaseException) -> str:
    """Return type and message on one line."""
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def find_place(error: BaseException, functions: str) -> Optional[Place]:
    """Return the user's line that is nearest to the error, else the nearest of any."""
    if isinstance(error, SyntaxError) and error.filename:
        return Place(error.filename, error.lineno or 1, error.offset or 0)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if is_own(frame.filename, functions)]
    for frame in reversed(own or frames):
        return Place(frame.filename, frame.lineno or 1, 0)
    return None


def is_own(path: str, functions: str) -> bool:
    """Whether a file belongs to the user's functions."""
    return os.path.abspath(path).startswith(functions + os.sep)


def show(place: Place, functions: str) -> str:
    """Return ``api/index.py:14:19``."""
    path = os.path.relpath(place.path, functions) if is_own(place.path, functions) else place.path
    text = f"{path.replace(os.sep, '/')}:{place.line}"
    return f"{text}:{place.column}" if place.column else text


def excerpt(place: Place) -> List[str]:
    """Return numbered lines around a place; a mark stands below the column."""
    linecache.checkcache(place.path)
    lines = []
    for number in range(max(1, place.line - _AROUND), place.line + _AROUND + 1):
        text = linecache.getline(place.path, number)
        if text:
            lines.append(f"{number:5} | {text.rstrip()}")
        if text and number == place.line and place.column:
            lines.append(" " * 5 + " | " + " " * (place.column - 1) + "^")
    return lines


def stack(error: BaseException, functions: str) -> List[Tuple[str, str, bool]]:
    """Return place, source line and whether it is the user's, for each frame; the import machinery is left out."""
    frames = []
    for frame in traceback.extract_tb(error.__traceback__):
        if "importlib" in frame.filename or "pages_runtime" in frame.filename or "pages_dev" in frame.filename:
            continue
        where = show(Place(frame.filename, frame.lineno or 1, 0), functions)
        frames.append((f"{where} in {frame.name}", frame.line or "", is_own(frame.filename, functions)))
    return frames
