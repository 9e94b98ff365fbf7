"""Compiles the files named on standard input and reports what the interpreter says, without running any.

Input: paths in UTF-8, each with a NUL after it. Output: one line per file, in the same order: ``null`` for a
file that compiles, else a JSON object with ``kind`` and ``message`` and, where they are known, ``line``,
``column`` (both 1-based, in characters) and ``text``, the line of the source. A line is written as soon
as it is known, so that the reader of the output can tell which file ended the process.

Started with ``-I -S -X utf8 -c``, and each time that a source was changed: it imports next to nothing unless
there is something to say.
"""

from __future__ import annotations

import sys
import warnings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Union

LONGEST_TEXT = 200
NAME = "<source>"
"""No file has this name: CPython takes the line of an error from the file and then miscounts its columns."""


def refusal(path: str) -> Optional[Dict[str, Any]]:
    """Return why a file does not compile, or None when it does."""
    content = b""
    try:
        with open(path, "rb") as file:
            content = file.read()
        _compile(content)
    except SyntaxError as error:
        return _report(_in_characters(error, content), _lines(content))
    except (ValueError, OverflowError, RecursionError, MemoryError, OSError) as error:
        return {"kind": type(error).__name__, "message": str(error) or "the file is nested too deeply"}
    return None


def _compile(source: Union[bytes, str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compile(source, NAME, "exec", dont_inherit=True)


def _in_characters(error: SyntaxError, content: bytes) -> SyntaxError:
    """Return the error with a column in characters: CPython 3.9 to 3.12 may count bytes when they are given bytes."""
    try:
        _compile("\n".join(_lines(content)))
    except SyntaxError as decoded:
        if (decoded.msg, decoded.lineno) == (error.msg, error.lineno):
            return decoded
    except (ValueError, OverflowError, RecursionError, MemoryError):
        pass
    return error


def _lines(content: bytes) -> List[str]:
    """Return the decoded lines, or none when they cannot be decoded."""
    from importlib.util import decode_source

    try:
        return decode_source(content).split("\n")
    except (SyntaxError, ValueError, LookupError):
        return []


def _line(answer: Optional[Dict[str, Any]]) -> str:
    if answer is None:
        return "null"
    import json

    return json.dumps(answer)


def _report(error: SyntaxError, lines: List[str]) -> Dict[str, Any]:
    line = max(error.lineno or 0, 0)
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return {
        "kind": type(error).__name__,
        "message": error.msg or "invalid syntax",
        "line": line,
        "column": max(error.offset or 0, 0),
        "text": text.rstrip()[:LONGEST_TEXT],
    }


def main() -> None:
    """Answer standard input path by path."""
    for path in sys.stdin.buffer.read().decode().split("\0")[:-1]:
        print(_line(refusal(path)), flush=True)


if __name__ == "__main__":
    main()
