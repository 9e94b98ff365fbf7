"""Module names and the search path, in processes of their own: both are a process's global state."""

import json
import os
import subprocess
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path
from typing import Any, Dict

import bundles
import served
from pages_runtime.layout import escape, unescape

PROBE = '''
import importlib, importlib.util, inspect, pickle, sys
from dataclasses import dataclass
from pathlib import Path
from typing import get_type_hints

try:
    from . import beside
except ImportError:
    beside = None


class Value:
    """Something that is pickled."""


@dataclass
class Data:
    other: "Value"


def facts():
    told = {
        "name": __name__,
        "pickle": type(pickle.loads(pickle.dumps(Value()))).__module__ == __name__,
        "source": "class Value" in inspect.getsource(Value),
        "hints": get_type_hints(Data)["other"] is Value,
        "again": importlib.import_module(__name__) is sys.modules[__name__],
        "file": Path(__file__).is_file(),
        "relative": beside.WHERE if beside else None,
    }
    if sys.version_info >= (3, 10) and __package__:
        from importlib.resources import files
        told["resource"] = (files(__package__) / "data.txt").read_text()
    return told


class handler:
    facts = staticmethod(facts)
'''
FILES = [
    "api/index.py",
    "api/[[default]].py",
    "api/users/[id].py",
    "[user]/posts/[pid].py",
    "my-dir/my-fn.py",
    "你好/世界.py",
    "deep/a/b/c.py",
    "calendar.py",
    "email/index.py",
    "v1.0/ping.py",
    "x/a.b.py",
    "100%/50%.py",
    "installed/index.py",
    "json/tool.py",
    "top.py",
]


class LayoutTest(unittest.TestCase):
    def test_escaping_is_reversible(self) -> None:
        for segment in ("a", "a.b", "100%", "%2E", ".", "%25.%"):
            self.assertEqual(segment, unescape(escape(segment)))
            self.assertNotIn(".", escape(segment))

    def test_every_file_is_a_sound_module(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            told = self.run_bundle(Path(name), "print(json.dumps({f: facts(f) for f in FILES}))")
        self.assertEqual("api.users.[id]", told["api/users/[id].py"]["name"])
        self.assertEqual("pages_functions.calendar", told["calendar.py"]["name"])
        self.assertEqual("pages_functions.email.index", told["email/index.py"]["name"])
        self.assertEqual("pages_functions.installed.index", told["installed/index.py"]["name"])
        self.assertEqual("v1%2E0.ping", told["v1.0/ping.py"]["name"])
        self.assertEqual("x.a%2Eb", told["x/a.b.py"]["name"])
        for file, facts in told.items():
            with self.subTest(file):
                for fact in ("pickle", "source", "hints", "again", "file"):
                    self.assertTrue(facts[fact], fact)
                if "/" in file:
                    self.assertEqual(os.path.dirname(file), facts["relative"])
                    self.assertEqual(os.path.dirname(file), facts.get("resource", os.path.dirname(file)))

    def test_no_user_file_hides_a_library(self) -> None:
        code = """
            import calendar, email.message, installed, json.decoder
            print(json.dumps([hasattr(calendar, "monthrange"), installed.WHERE, json.decoder.__name__]))
        """
        with tempfile.TemporaryDirectory() as name:
            self.assertEqual([True, "packages", "json.decoder"], self.run_bundle(Path(name), code))

    def test_spawned_children_find_the_same_modules(self) -> None:
        code = """
            import multiprocessing, os
            os.chdir(os.path.join(app.BUNDLE, "functions"))
            spawn = multiprocessing.get_context("spawn")
            with spawn.Pool(1) as pool:
                values = pool.map(type, [module(f).Value() for f in FILES])
            print(json.dumps([value.__module__ for value in values] == [module(f).__name__ for f in FILES]))
        """
        with tempfile.TemporaryDirectory() as name:
            self.assertTrue(self.run_bundle(Path(name), code))

    def test_a_folder_of_functions_wins_over_a_helper_of_the_same_name(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            code = """
                open(os.path.join(app.BUNDLE, "functions", "api", "deep.py"), "w").close()
                print(json.dumps(facts("deep/a/b/c.py")["name"]))
            """
            self.assertEqual("deep.a.b.c", self.run_bundle(Path(name), code))

    def run_bundle(self, folder: Path, code: str) -> Any:
        """Run code after the top of app.py, as a spawned child and the server itself do."""
        modes: Dict[str, str] = dict.fromkeys(FILES, "handler")
        bundle = folder / "bundle"
        for file in FILES:
            path = bundle / "functions" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PROBE, encoding="utf-8")
            (path.parent / "data.txt").write_text(os.path.dirname(file))
            (path.parent / "beside.py").write_text(f"WHERE = {os.path.dirname(file)!r}\n", encoding="utf-8")
        (bundle / "packages" / "installed").mkdir(parents=True)
        (bundle / "packages" / "installed" / "__init__.py").write_text("WHERE = 'packages'\n")
        os.symlink(str(served.MAIN / "pages_runtime"), str(bundle / "pages_runtime"))
        os.symlink(str(served.MAIN / "app.py"), str(bundle / "app.py"))
        bundles.write(bundle, modes)
        start = f"""
            import importlib, json, os, sys
            FILES = {FILES!r}
            sys.path[0] = {str(bundle)!r}
            import app
            from pages_runtime.layout import module_name
            functions = os.path.join(app.BUNDLE, "functions")
            def module(file):
                return importlib.import_module(module_name(functions, file))
            def facts(file):
                return module(file).facts()
        """
        text = textwrap.dedent(start) + "if __name__ == '__main__':\n" + textwrap.indent(textwrap.dedent(code), "    ")
        main = folder / "main.py"
        main.write_text(text, encoding="utf-8")
        environ = {**os.environ, "PYTHONPATH": "", "PYTHONUTF8": "1"}
        output = subprocess.run(
            [sys.executable, "-X", "dev", str(main)], check=True, env=environ, stdout=subprocess.PIPE, cwd=str(folder)
        ).stdout
        return json.loads(output)


if __name__ == "__main__":
    unittest.main()
