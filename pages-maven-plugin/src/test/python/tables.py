"""Reads the tables of cases that Java and Python share.

The standard library has no YAML reader, so a table keeps to a subset that any YAML reader
understands and that 25 lines can read: a list of maps; every value is JSON on one line, or a
list of such values, one per line, below its key. Lines that start with ``#`` are comments.
"""

import json
from pathlib import Path
from typing import Any, Dict, List

CASES = Path(__file__).resolve().parent.parent / "resources" / "cases"


def read(name: str) -> List[Dict[str, Any]]:
    """Return the items of ``cases/<name>``, in order."""
    items: List[Dict[str, Any]] = []
    key = ""
    text = (CASES / name).read_text(encoding="utf-8")
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            if line.startswith("    - "):
                items[-1].setdefault(key, []).append(json.loads(line[6:]))
                continue
            if line.startswith("- "):
                items.append({})
            key, _, value = line[2:].partition(":")
            if value.strip():
                items[-1][key] = json.loads(value)
        except ValueError as error:
            raise ValueError(f"{name}:{number}: {error}") from error
    return items
