import ast
import importlib.util
import marshal
import tempfile
import unittest
import zipfile
from pathlib import Path
from typing import List, Optional, Set

from pages_build import compile_bytecode


class CompileBytecodeTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_bytecode_is_of_the_unchecked_hash_kind(self) -> None:
        content, _ = compile_bytecode.compiled(b"x = 1\n", "functions/a.py")
        self.assertEqual(importlib.util.MAGIC_NUMBER + b"\1\0\0\0", content[:8])
        self.assertEqual(importlib.util.source_hash(b"x = 1\n"), content[8:16])
        self.assertEqual("functions/a.py", marshal.loads(content[16:]).co_filename)

    def test_bytecode_stands_where_the_importer_looks(self) -> None:
        for path in ("a/[id].py", "a/b.c.py", "lib.py"):
            expected = importlib.util.cache_from_source(path).replace("\\", "/")
            self.assertEqual(expected, compile_bytecode.pyc(path))

    def test_imports_of_functions_and_type_checkers_are_not_reached_when_a_module_is_loaded(self) -> None:
        text = (
            "import a.b\nfrom .c import d\nfrom .. import e\n"
            "if TYPE_CHECKING:\n    import no\nelse:\n    import f\n"
            "if typing.TYPE_CHECKING:\n    import no\n"
            "if TYPE_CHECKING or not lazy():\n    import j\nif not TYPE_CHECKING:\n    import k\n"
            "try:\n    import g\nexcept ImportError:\n    import h\n"
            "class K:\n    import i\n    def m(self):\n        import no\n"
            "def n():\n    import no\n"
        )
        nodes = compile_bytecode.reached(ast.parse(text), False)
        names: Set[str] = set(compile_bytecode.imported(nodes, ["p", "q"]))
        self.assertEqual({"a.b", "p.q.c", "p.q.c.d", "p", "p.e", "f", "g", "h", "i", "j", "k"}, names)

    def test_functions_are_followed_within_their_own_package(self) -> None:
        text = (
            "import a\ndef f():\n    import q\n    from .c import d\n    import p.e\n"
            "    if TYPE_CHECKING:\n        import p.no\n"
        )
        self.assertEqual(["a", "p.c", "p.c.d", "p.e"], compile_bytecode.followed(ast.parse(text), "p/m.py"))
        self.assertEqual(["a", "m.c", "m.c.d"], compile_bytecode.followed(ast.parse(text), "m/__init__.py"))

    def test_names_of_modules_in_strings_are_followed(self) -> None:
        text = (
            '"""A sentence, and a word.txt."""\nON = {"on": "u.lifespan.on:On", "b": "d.backends.Model", "c": "plain"}\n'
            'def f(name):\n    return import_module(f"a._b._{name}"), import_module("a.c." + name), f"{name}.x"\n'
        )
        expected = {"u.lifespan.on", "d.backends.Model", "a._b._*", "a.c."}
        self.assertLessEqual(expected, set(compile_bytecode.followed(ast.parse(text), "m.py")))
        self.assertNotIn("plain", compile_bytecode.followed(ast.parse(text), "m.py"))
        archive = self.archive(
            "one", {"a/_b/_x.py": "", "a/_b/_y.py": "", "a/_b/z.py": "", "d/backends.py": "", "u/lifespan/on.py": ""}
        )
        closure = compile_bytecode.Closure([archive])
        closure.follow(set(expected))
        self.assertEqual(["a/_b/_x.py", "a/_b/_y.py", "d/backends.py", "u/lifespan/on.py"], sorted(closure.selected[0]))

    def test_packages_of_a_module_are_selected_with_it(self) -> None:
        first = self.archive("one", {"ns/a/__init__.py": "", "ns/a/b.py": "import other\n", "ns/a/c.py": ""})
        second = self.archive("two", {"other.py": "import ns.a.b\n", "unused.py": ""})
        closure = compile_bytecode.Closure([first, second])
        closure.follow({"ns.a.b", "missing"})
        self.assertEqual([["ns/a/__init__.py", "ns/a/b.py"], ["other.py"]], [sorted(s) for s in closure.selected])

    def test_a_refused_source_is_told_and_left_out(self) -> None:
        refused: List[str] = []
        archive = self.archive("x", {"old.py": "print 1\n"}, refused, {"gone.py": "gone.py"})
        self.assertEqual(["packages/old.py", "packages/gone.py"], refused)
        with zipfile.ZipFile(archive) as written:
            self.assertEqual(["imports.json"], written.namelist())

    def archive(
        self,
        name: str,
        files: "dict[str, str]",
        refused: Optional[List[str]] = None,
        more: Optional["dict[str, str]"] = None,
    ) -> str:
        wheel = str(self.folder / (name + ".whl"))
        with zipfile.ZipFile(wheel, "w") as written:
            for path, text in files.items():
                written.writestr("data/" + path, text)
        archive = str(self.folder / (name + ".zip"))
        entries = {path: "data/" + path for path in sorted(files)}
        task = {"archive": archive, "wheel": wheel, "prefix": "packages/", "files": {**entries, **(more or {})}}
        compile_bytecode.write_archive(task, [] if refused is None else refused)
        return archive


if __name__ == "__main__":
    unittest.main()
