"""A file and a folder of the same name hold functions side by side."""

import importlib
import sys
import tempfile
import unittest
from pathlib import Path

from pages_runtime import layout

FILES = {
    "sib/[id].py": "raise RuntimeError('its own mistake')",
    "sib/[id]/posts/[post].py": "from . import helper\nVALUE = helper.VALUE",
    "sib/[id]/posts/helper.py": "VALUE = 7",
    "solo.py": "VALUE = 1",
    "solo/deep.py": "VALUE = 2",
    "sib/v1.0%2F.py": "VALUE = 3",
    "sib/v1.0%2F/deep.py": "VALUE = 4",
}


class SiblingModulesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.functions = str(Path(folder.name).resolve() / "functions")
        for name, text in FILES.items():
            file = Path(self.functions, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        path, finders, modules = sys.path[:], sys.meta_path[:], set(sys.modules)
        layout.install(str(Path(self.functions).parent), [])

        def restore():
            sys.path[:], sys.meta_path[:] = path, finders
            for name in set(sys.modules) - modules:
                del sys.modules[name]

        self.addCleanup(restore)

    def load(self, file):
        return importlib.import_module(layout.module_name(self.functions, file))

    def test_the_folder_s_functions_do_not_import_the_file(self):
        self.assertEqual(7, self.load("sib/[id]/posts/[post].py").VALUE)
        with self.assertRaisesRegex(RuntimeError, "its own mistake"):
            self.load("sib/[id].py")

    def test_both_are_importable_at_the_top(self):
        self.assertEqual([2, 1], [self.load("solo/deep.py").VALUE, self.load("solo.py").VALUE])

    def test_a_name_that_looks_escaped_is_its_own(self):
        self.assertEqual([4, 3], [self.load("sib/v1.0%2F/deep.py").VALUE, self.load("sib/v1.0%2F.py").VALUE])
