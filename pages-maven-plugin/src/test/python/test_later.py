import importlib
import sys
import tempfile
import threading
import unittest
from pathlib import Path

from pages_runtime import later

PACKAGE = """
import sys, time
import late.child
RUNS = getattr(sys, "late_runs", 0) + 1
sys.late_runs = RUNS
time.sleep(0.05)
if RUNS == 1 and getattr(sys, "late_fails", False):
    raise ValueError("at first")
value = late.child.value + 1
"""


class LaterTest(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        folder = Path(temporary.name) / "late"
        folder.mkdir()
        (folder / "__init__.py").write_text(PACKAGE)
        (folder / "child.py").write_text("value = 1")
        sys.path.insert(0, temporary.name)
        self.addCleanup(sys.path.remove, temporary.name)
        self.addCleanup(self.forget)
        importlib.invalidate_caches()

    def forget(self) -> None:
        for name in ("late", "late.child"):
            sys.modules.pop(name, None)
        for name in ("late_runs", "late_fails"):
            if hasattr(sys, name):
                delattr(sys, name)

    def runs(self) -> int:
        return getattr(sys, "late_runs", 0)

    def test_its_modules_are_imported_without_its_own_code(self) -> None:
        package = later.postpone("late")
        child = importlib.import_module("late.child")
        self.assertEqual((1, 0), (child.value, self.runs()))
        self.assertIs(child, package.child)

    def test_its_code_runs_once_when_something_is_asked_for(self) -> None:
        later.postpone("late")
        package = importlib.import_module("late")
        found = []
        threads = [threading.Thread(target=lambda: found.append(package.value)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(([2] * 8, 1), (found, self.runs()))
        self.assertIs(type(package), type(sys))
        with self.assertRaises(AttributeError):
            print(package.other)

    def test_what_its_code_raises_is_raised_and_it_is_tried_again(self) -> None:
        sys.late_fails = True  # type: ignore[attr-defined]
        package = later.postpone("late")
        with self.assertRaisesRegex(ValueError, "at first"):
            print(package.value)
        self.assertEqual(2, package.value)

    def test_a_module_of_a_package_is_its_attribute(self) -> None:
        importlib.import_module("late")
        del sys.modules["late.child"]
        child = later.postpone("late.child")
        self.assertIs(child, sys.modules["late"].child)
        self.assertEqual(1, child.value)

    def test_one_that_is_imported_stays_and_one_that_is_not_there_is_told(self) -> None:
        self.assertIs(sys, later.postpone("sys"))
        with self.assertRaisesRegex(ImportError, "late_too"):
            later.postpone("late_too")
