"""Makes bundles for tests: a folder of functions, and the config.json that the build would write.

The build computes the route tree in Java. This builder knows just as much as the tests need;
``cases/routes.yaml`` holds both to the same trees.
"""

import json
import unicodedata
from pathlib import Path
from typing import Any, Dict, List, Optional

Node = Dict[str, Any]


def function(file: str, mode: str, symbol: Optional[str] = None, framework: Optional[str] = None) -> Node:
    """Return the entry of ``functions`` for a file of the given mode, also ``mode:symbol``."""
    mode, _, named = mode.partition(":")
    segments = segments_of(file)
    names = [s.strip("[]") for s in segments if s.startswith("[")]
    return {
        "file": file,
        "pattern": "/" + "/".join(map(shown, segments)),
        "mode": mode,
        "symbol": symbol or named or ("handler" if mode == "handler" else "app"),
        "framework": framework,
        "params": names,
        "methods": [],
        "line": 1,
    }


def segments_of(file: str) -> List[str]:
    """Split a file into route segments: ``api/users/index.py`` is ``api``, ``users``."""
    parts = file[: -len(".py")].split("/")
    return parts[:-1] if parts[-1] == "index" else parts


def shown(segment: str) -> str:
    """Return a segment in the platform's notation."""
    if segment.startswith("[["):
        return "*"
    return ":" + segment[1:-1] if segment.startswith("[") else segment


def tree_of(modes: Dict[str, str]) -> Node:
    """Return the tree of S3 for files and their modes; functions are numbered in file order."""
    root: Node = {}
    for index, file in enumerate(sorted(modes)):
        add(root, segments_of(file), index, modes[file] != "handler")
    return root


def add(node: Node, segments: List[str], index: int, framework: bool) -> None:
    """Put one function into the tree."""
    for position, segment in enumerate(segments):
        if segment.startswith("[["):
            add_catch_all(node.setdefault("catchAll", {}), segments[position + 1 :], index)
            return
        if segment.startswith("["):
            node = node.setdefault("parameter", {})
        else:
            node = node.setdefault("literal", {}).setdefault(unicodedata.normalize("NFC", segment), {})
    node["exact"] = index
    if framework and not (segments and segments[-1].startswith("[")):
        node["mount"] = index


def add_catch_all(catch_all: Node, suffix: List[str], index: int) -> None:
    """Record a catch-all, or one of the routes that go on after it."""
    if not suffix:
        catch_all["function"] = index
        return
    names = [None if s.startswith("[") else s for s in suffix]
    suffixes = catch_all.setdefault("suffixes", [])
    suffixes.append({"segments": names, "exact": index})
    suffixes.sort(key=lambda s: (-len(s["segments"]), [(n is None, n or "") for n in s["segments"]]))


def write(folder: Path, modes: Dict[str, str], frameworks: Optional[Dict[str, str]] = None) -> None:
    """Write ``config.json`` of a bundle whose functions stand in ``folder/functions``."""
    frameworks = frameworks or {}
    config = {
        "version": 1,
        "server-name": "api-python",
        "runtime": "python",
        "routes": [],
        "functions": [function(f, modes[f], framework=frameworks.get(f)) for f in sorted(modes)],
        "tree": tree_of(modes),
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
