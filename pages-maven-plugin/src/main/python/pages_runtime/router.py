"""Finds the function that answers a path by a walk of the tree that the build computed.

At every node a literal is tried before a parameter, a parameter before a mount's rest, and that
before a catch-all; a dead end goes back to the next possibility. No node is visited twice.
"""

from __future__ import annotations

from .paths import segments_of
from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Sequence

    Node = Dict[str, Any]


class Match(Value):
    """The function (its number) that answers a path, and what was read from the path."""

    function: int
    values: List[str]
    """The captured values, decoded, in the order in which the route names them."""
    prefix: str
    """The path as sent up to and including the segments that belong to the route."""


class Router:
    """Walks one tree; safe for any number of threads."""

    def __init__(self, tree: Node) -> None:
        self._tree = tree

    def match(self, path: str) -> Optional[Match]:
        """Return the match of a path as sent, or None. Raises BadPath."""
        segments = segments_of(path)
        walk = _Walk(segments)
        function = walk.visit(self._tree, 0)
        if function is None:
            return None
        return Match(function, walk.values, _prefix(path, walk.own))


class _Walk:
    """One walk: what it has captured, and how many segments belong to the route's prefix."""

    def __init__(self, segments: List[str]) -> None:
        self.segments = segments
        self.values: List[str] = []
        self.own = 0

    def visit(self, node: Node, depth: int) -> Optional[int]:
        """Return the function that answers the segments from ``depth`` on, or None."""
        if depth == len(self.segments):
            exact: Optional[int] = node.get("exact")
            if exact is None:
                return self._catch_all(node, depth)
            self.own = depth
            return exact
        function = self._literal(node, depth)
        if function is None:
            function = self._parameter(node, depth)
        if function is None and "mount" in node:
            self.own = depth
            function = node["mount"]
        if function is None:
            function = self._catch_all(node, depth)
        return function

    def _literal(self, node: Node, depth: int) -> Optional[int]:
        literals: Node = node.get("literal", {})
        child = literals.get(nfc(self.segments[depth]))
        return None if child is None else self.visit(child, depth + 1)

    def _parameter(self, node: Node, depth: int) -> Optional[int]:
        child = node.get("parameter")
        value = self.segments[depth]
        if child is None or not value:
            return None
        self.values.append(value)
        function = self.visit(child, depth + 1)
        if function is None:
            self.values.pop()
        return function

    def _catch_all(self, node: Node, depth: int) -> Optional[int]:
        catch_all = node.get("catchAll")
        if catch_all is None or "" in self.segments[depth:]:
            return None
        rest = self.segments[depth:]
        for suffix in catch_all.get("suffixes", ()):
            names: List[Optional[str]] = suffix["segments"]
            split = len(rest) - len(names)
            if split >= 0 and _ends(rest[split:], names):
                self.values.append("/".join(rest[:split]))
                self.values += [v for v, name in zip(rest[split:], names) if name is None]
                self.own = len(self.segments)
                exact: int = suffix["exact"]
                return exact
        function: Optional[int] = catch_all.get("function")
        if function is not None:
            self.values.append("/".join(rest))
            self.own = depth
        return function


def nfc(segment: str) -> str:
    """Return the form in which names are compared (Unicode NFC)."""
    if segment.isascii():
        return segment
    from unicodedata import normalize

    return normalize("NFC", segment)


def _ends(values: Sequence[str], names: Sequence[Optional[str]]) -> bool:
    return all(name is None or name == nfc(value) for value, name in zip(values, names))


def _prefix(path: str, own: int) -> str:
    """Return the first ``own`` segments of a path as sent, each with its leading slash."""
    position = 0
    for _ in range(own):
        following = path.find("/", position + 1)
        if following < 0:
            return path
        position = following
    return path[:position]
