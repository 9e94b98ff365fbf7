"""Compiles modules of a bundle ahead of time, and finds those that its own sources import.

Input: one JSON object on standard input.

- ``own``: files to compile one by one: ``{"source": path, "name": path in the bundle, "target": path of the .pyc}``
- ``archives``: distributions, in order: ``{"archive": zip}``, which exists, or one to write: ``{"archive": zip,
  "wheel": path, "prefix": its folder in the bundle, "files": {path below that folder: name of the wheel's entry}}``
- ``names``: what the bundle imports; followed through the archives
- ``sources``: files whose imports are followed too

Output: one JSON object: ``selected``, for each archive the paths of the sources that are imported, and ``refused``,
the files that this interpreter cannot compile.

Bytecode is of the unchecked-hash kind (PEP 552), so that it holds whatever times a zip gives its files, and its file
names are those in the bundle, so that it is the same wherever it is made; the importer sets the true ones.

Started with ``-I -S -X utf8 -c``: nothing of the project or of installed packages can be imported by accident.
"""

import ast
import importlib.util
import json
import marshal
import re
import sys
import warnings
import zipfile
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple

IMPORTS = "imports.json"
NAME = re.compile(r"([A-Za-z_]\w*(?:\.\w+)+)(?::[\w.]+)?")
"""A dotted name in a string, as importers of plug-ins have it: ``package.module:Class``."""
UNCHECKED_HASH = 1
OLDEST = (1980, 1, 1, 0, 0, 0)
REFUSALS = (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError)


def compiled(content: bytes, name: str) -> Tuple[bytes, ast.Module]:
    """Return the bytes of the .pyc and the syntax tree of a source."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(content, name)
        code = compile(tree, name, "exec", dont_inherit=True, optimize=0)
    head = importlib.util.MAGIC_NUMBER + UNCHECKED_HASH.to_bytes(4, "little")
    return head + importlib.util.source_hash(content) + marshal.dumps(code), tree


def pyc(path: str) -> str:
    """Return where the bytecode of a source stands (PEP 3147), with slashes."""
    folder, _, name = path.rpartition("/")
    cached = name[: -len(".py")] + "." + str(sys.implementation.cache_tag) + ".pyc"
    return (folder + "/" if folder else "") + "__pycache__/" + cached


def module_name(path: str) -> str:
    """Return the dotted name of a source below a folder of packages."""
    name = path[: -len(".py")]
    if name.endswith("/__init__"):
        name = name[: -len("/__init__")]
    return name.replace("/", ".")


def imported(nodes: Iterator[ast.AST], package: List[str]) -> Iterator[str]:
    """Return the absolute names that import statements ask for; a name after ``from`` may be a module or not."""
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join(base + ([node.module] if node.module else []))
            yield module
            for alias in node.names:
                yield module + "." + alias.name


def reached(node: ast.AST, functions: bool) -> Iterator[ast.AST]:
    """Return the statements that may run when a module is loaded, or a function of it called; none for type checkers."""
    for child in ast.iter_child_nodes(node):
        if not functions and isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in (getattr(child.test, "id", ""), getattr(child.test, "attr", "")):
            for other in child.orelse:
                yield other
                yield from reached(other, functions)
            continue
        yield child
        if isinstance(child, (ast.stmt, ast.excepthandler)):
            yield from reached(child, functions)


def named(tree: ast.AST) -> Iterator[str]:
    """Return the dotted names in strings; one that goes on, in a formatted string, ends in ``*``."""
    for node in ast.walk(tree):
        first = node.values[0] if isinstance(node, ast.JoinedStr) and node.values else node
        text = getattr(first, "value", None)
        if isinstance(text, str) and NAME.fullmatch(text.rstrip(".")):
            yield text.partition(":")[0] if first is node else text + "*"


def followed(tree: ast.AST, path: str) -> List[str]:
    """Return what shall be compiled with a module: what it imports, in functions from its own package, or names in strings."""
    package = module_name(path).split(".")
    own = package[0]
    if not path.endswith("__init__.py"):
        package.pop()
    names = set(imported(reached(tree, False), package)).union(named(tree))
    names.update(name for name in imported(reached(tree, True), package) if name.partition(".")[0] == own)
    return sorted(names)


def write_archive(task: Dict[str, Any], refused: List[str]) -> None:
    """Compile the files of one distribution into a zip, with a list of what each imports."""
    imports: Dict[str, List[str]] = {}
    with zipfile.ZipFile(task["wheel"]) as wheel, zipfile.ZipFile(
        task["archive"], "w", zipfile.ZIP_DEFLATED
    ) as archive:
        for path, entry in task["files"].items():
            name = task["prefix"] + path
            try:
                content, tree = compiled(wheel.read(entry), name)
            except (*REFUSALS, KeyError):  # KeyError: a name in another encoding than its flag says
                refused.append(name)
                continue
            imports[path] = followed(tree, path)
            archive.writestr(_entry(pyc(path)), content)
        archive.writestr(_entry(IMPORTS), json.dumps(imports, sort_keys=True))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, OLDEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    return entry


def write_own(task: Dict[str, str], refused: List[str]) -> None:
    """Compile one file of the project or the runtime."""
    try:
        with open(task["source"], "rb") as file:
            content, _ = compiled(file.read(), task["name"])
    except REFUSALS:
        refused.append(task["name"])
        return
    with open(task["target"], "wb") as target:
        target.write(content)


def roots(sources: List[str]) -> Set[str]:
    """Return what sources import, in functions too, and the names in their strings."""
    names: Set[str] = set()
    for source in sources:
        with open(source, "rb") as file:
            try:
                tree = ast.parse(file.read())
            except REFUSALS:
                continue
        names.update(imported(ast.walk(tree), []), named(tree))
    return names


class Closure:
    """The modules of archives that may be loaded when some names are imported."""

    def __init__(self, archives: List[str]) -> None:
        self._owner: Dict[str, Tuple[int, str]] = {}
        self._imports: List[Dict[str, List[str]]] = []
        self.selected: List[List[str]] = [[] for _ in archives]
        for index, path in enumerate(archives):
            with zipfile.ZipFile(path) as archive:
                self._imports.append(json.loads(archive.read(IMPORTS)))
            for source in self._imports[index]:
                self._owner.setdefault(module_name(source), (index, source))

    def follow(self, names: Set[str]) -> None:
        """Select the modules with these names, the packages that they are in, and what all these import."""
        seen: Set[str] = set()
        waiting = sorted(names)
        while waiting:
            name = waiting.pop()
            if name.endswith("*"):
                waiting.extend(sorted(module for module in self._owner if module.startswith(name[:-1])))
            while name and name not in seen:
                seen.add(name)
                owner: Optional[Tuple[int, str]] = self._owner.get(name)
                if owner is not None:
                    self.selected[owner[0]].append(owner[1])
                    waiting.extend(self._imports[owner[0]][owner[1]])
                name = name.rpartition(".")[0]


def main() -> None:
    """Do what standard input asks for."""
    request = json.loads(sys.stdin.buffer.read().decode())
    refused: List[str] = []
    for task in request["own"]:
        write_own(task, refused)
    for task in request["archives"]:
        if "files" in task:
            write_archive(task, refused)
    closure = Closure([task["archive"] for task in request["archives"]])
    closure.follow(roots(request["sources"]).union(request["names"]))
    answer = {"selected": [sorted(paths) for paths in closure.selected], "refused": sorted(refused)}
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
