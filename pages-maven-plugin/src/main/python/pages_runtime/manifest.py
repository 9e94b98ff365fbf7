"""Reads ``config.json``: the functions and the route tree, as the build wrote them."""

from __future__ import annotations

import json
import os

from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Union


class Function(Value):
    """One function of the bundle."""

    file: str
    """Below ``functions/``, with forward slashes."""
    pattern: str
    """The route in the platform's notation, for messages."""
    mode: str
    """``handler``, ``wsgi``, ``asgi``, or ``auto`` when only loading can tell."""
    symbol: str
    framework: Optional[str]
    params: List[str]


class Manifest(Value):
    """What ``config.json`` says of a bundle."""

    functions: List[Function]
    tree: Dict[str, Any]

    @property
    def handlers_only(self) -> bool:
        """Whether the standard library's server is enough."""
        return all(function.mode == "handler" for function in self.functions)

    @property
    def entry_folders(self) -> List[str]:
        """The folders that hold entry files, below ``functions/``, each once, in order."""
        return sorted({os.path.dirname(function.file) for function in self.functions})


def read(bundle: Union[str, os.PathLike[str]]) -> Manifest:
    """Read the manifest of a bundle folder."""
    with open(os.path.join(bundle, "config.json"), encoding="utf-8") as file:
        config = json.load(file)
    functions = [
        Function(_native(f["file"]), f["pattern"], f["mode"], f["symbol"], f.get("framework"), f["params"])
        for f in config["functions"]
    ]
    return Manifest(functions, config["tree"])


def _native(path: str) -> str:
    """Return a path so that the file system finds it whatever the encoding of the locale."""
    return path if path.isascii() else os.fsdecode(path.encode())
