"""Compiles the files named on standard input and reports what the interpreter says, without running any.

Input: one JSON string per line, a path. Output: one line per file, in the same order: ``null`` for a
file that compiles, else an object with ``kind``, ``message``, ``line``, ``column`` (both 1-based, 0 when
unknown; the column in characters) and ``text``, the line of the source. A line is written as soon as it
is known, so that the reader of the output can tell which file ended the process.

Started with ``-I -S -X utf8 -c``: it must not import anything that is not built in or part of ``json``.
"""

import json
import sys
import warnings
from typing import Any, Dict, Optional, Union

LONGEST_TEXT = 200
NAME = "<source>"
"""No file has this name: CPython takes the line of an error from the file and then miscounts its columns."""


def refusal(path: str) -> Optional[Dict[str, Any]]:
    """Return why a file does not compile, or None when it does."""
    try:
        with open(path, "rb") as file:
            content = file.read()
        _compile(content)
    except SyntaxError as error:
        return _report(error, error.msg or "invalid syntax", error.lineno, _column(error, content), error.text)
    except (ValueError, OverflowError, RecursionError, MemoryError, OSError) as error:
        return _report(error, str(error) or "the file is nested too deeply", None, None, None)
    return None


def _compile(source: Union[bytes, str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compile(source, NAME, "exec", dont_inherit=True)


def _column(error: SyntaxError, content: bytes) -> Optional[int]:
    """Return the column in characters, which CPython 3.9 to 3.12 do not always count when they are given bytes."""
    from importlib.util import decode_source

    try:
        _compile(decode_source(content))
    except SyntaxError as decoded:
        if (decoded.msg, decoded.lineno) == (error.msg, error.lineno):
            return decoded.offset
    except (ValueError, OverflowError, RecursionError, MemoryError):
        pass
    return error.offset


def _report(
    error: Exception, message: str, line: Optional[int], column: Optional[int], text: Optional[str]
) -> Dict[str, Any]:
    return {
        "kind": type(error).__name__,
        "message": message,
        "line": max(line or 0, 0),
        "column": max(column or 0, 0),
        "text": (text or "").rstrip()[:LONGEST_TEXT],
    }


def main() -> None:
    """Answer standard input line by line."""
    paths = [json.loads(line) for line in sys.stdin]
    for path in paths:
        print(json.dumps(refusal(path)), flush=True)


if __name__ == "__main__":
    main()
