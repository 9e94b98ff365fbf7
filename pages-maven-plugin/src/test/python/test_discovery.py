"""pages_test finds every test file, and says why one cannot be imported."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from xml.etree import ElementTree

import pages_test

PACKAGE = Path(pages_test.__file__).parent


class Outcome:
    """What a run of the tests of a folder left."""

    def __init__(self, process, reports):
        self.exit_code = process.returncode
        self.text = process.stderr
        self.output = process.stdout
        self.ended = (reports.parent / "end").exists()
        self.files = sorted(file.name for file in reports.glob("*.xml"))
        self.cases = {}
        for file in reports.glob("*.xml"):
            for case in ElementTree.parse(file).iter("testcase"):
                outcome = case[0] if len(case) else None
                self.cases[case.get("classname") + "." + case.get("name")] = outcome

    def verdicts(self):
        return {name: "passed" if outcome is None else outcome.tag for name, outcome in self.cases.items()}


def run(files, *paths):
    """Run test files, given as a dictionary of path and text."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tests").mkdir()
        for path, text in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        arguments = [
            "unittest",
            folder / "tests",
            folder / "reports",
            folder / "cache",
            folder / "end",
            *(folder / path for path in paths),
        ]
        process = subprocess.run(
            [sys.executable, "-I", "-S", "-B", str(PACKAGE), *map(str, arguments)],
            cwd=name,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Outcome(process, folder / "reports")


PASSING = "import unittest\nclass T(unittest.TestCase):\n    def test_a(self): pass\n"


class DiscoveryTest(unittest.TestCase):
    def test_folders_need_no_init_file(self):
        outcome = run({"tests/test_a.py": PASSING, "tests/deep/er/test_a.py": PASSING, "tests/other.py": "1/0"})
        self.assertEqual(0, outcome.exit_code, outcome.text)
        self.assertEqual({"test_a.T.test_a", "deep.er.test_a.T.test_a"}, set(outcome.cases))

    def test_a_package_of_tests_is_imported_as_one(self):
        source = "from .support import T\nfrom tests.support import T as U\nassert T is U\n"
        outcome = run({"tests/__init__.py": "", "tests/support.py": PASSING, "tests/test_a.py": source})
        self.assertIn("tests.support.T.test_a", outcome.cases, outcome.text)

    def test_tests_import_their_neighbours_the_functions_and_the_packages(self):
        source = "import support, helper, library\n" + PASSING
        files = {
            "tests/test_a.py": source,
            "tests/support.py": "",
            "functions/helper.py": "",
            "packages/library.py": "",
        }
        outcome = run(files, "packages", "functions")
        self.assertEqual({"test_a.T.test_a": "passed"}, outcome.verdicts(), outcome.text)

    def test_no_function_hides_the_standard_library(self):
        outcome = run(
            {"tests/test_a.py": "import json\njson.loads('1')\n" + PASSING, "functions/json.py": ""}, "functions"
        )
        self.assertEqual(0, outcome.exit_code, outcome.text)

    def test_a_distribution_that_ships_tests_hides_none(self):
        files = {"tests/__init__.py": "", "tests/test_a.py": PASSING, "packages/tests/__init__.py": "1/0"}
        self.assertEqual({"tests.test_a.T.test_a": "passed"}, run(files, "packages").verdicts())

    def test_an_import_failure_is_a_case_with_the_test_s_own_traceback(self):
        outcome = run({"tests/test_a.py": "import unittest\nimport no_such_thing\n", "tests/test_b.py": PASSING})
        self.assertEqual(1, outcome.exit_code)
        self.assertEqual({"test_a.import": "error", "test_b.T.test_a": "passed"}, outcome.verdicts())
        message = outcome.cases["test_a.import"].get("message").splitlines()[0]
        self.assertEqual("test_a.py cannot be imported: No module named 'no_such_thing'", message)
        text = outcome.cases["test_a.import"].text
        self.assertIn("No module named 'no_such_thing'", text)
        self.assertIn("line 2", text)
        self.assertNotIn("importlib", text)

    def test_a_syntax_error_is_a_case(self):
        outcome = run({"tests/test_a.py": "def f(:\n"})
        self.assertEqual({"test_a.import": "error"}, outcome.verdicts())
        self.assertIn("SyntaxError", outcome.cases["test_a.import"].text)

    def test_a_module_that_exits_is_a_case(self):
        self.assertEqual({"test_a.import": "error"}, run({"tests/test_a.py": "raise SystemExit(0)"}).verdicts())

    def test_a_skipped_module_is_a_skipped_case(self):
        outcome = run({"tests/test_a.py": "import unittest\nraise unittest.SkipTest('not here')\n"})
        self.assertEqual({"test_a.import": "skipped"}, outcome.verdicts())
        self.assertEqual(0, outcome.exit_code)

    def test_a_name_with_a_dot_is_a_case_that_says_so(self):
        outcome = run({"tests/v1.0/test_a.py": PASSING})
        self.assertEqual(["error"], list(outcome.verdicts().values()))
        self.assertIn("no module name", outcome.text)

    def test_a_hidden_test_file_is_a_case_that_names_both(self):
        outcome = run({"tests/test_a.py": PASSING, "tests/test_a/__init__.py": ""})
        self.assertEqual({"test_a.import": "error"}, outcome.verdicts())
        self.assertIn("is hidden by", outcome.text)

    def test_no_test_is_told_by_the_exit_code(self):
        self.assertEqual(5, run({"tests/helper.py": ""}).exit_code)
        self.assertEqual(5, run({"tests/test_a.py": "x = 1"}).exit_code)

    def test_what_tests_print_is_seen_in_its_order(self):
        source = PASSING.replace("pass", "print('first')") + "    def test_b(self): self.fail()\n"
        text = run({"tests/test_a.py": source}).text
        self.assertLess(text.index("first"), text.index("FAILED"), text)

    def test_only_a_run_that_came_to_its_end_says_so(self):
        self.assertTrue(run({"tests/test_a.py": PASSING}).ended)
        self.assertFalse(run({"tests/test_a.py": "import os\nos._exit(5)"}).ended)

    def test_load_tests_is_obeyed(self):
        source = PASSING + "def load_tests(loader, tests, pattern):\n    return unittest.TestSuite([T('test_a')] * 2)\n"
        outcome = run({"tests/test_a.py": source})
        self.assertEqual(0, outcome.exit_code, outcome.text)
