"""pages_test writes JUnit XML that any parser takes."""

import tempfile
import unittest
from pathlib import Path
from xml.etree import ElementTree

from pages_test.cases import Case, Verdict
from pages_test.report import write_reports

HOSTILE = "\x00\x1b[31m<&>\"']]>\ud800\uffff你\U0001f600"


class ReportTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "reports"

    def suites(self):
        return [ElementTree.parse(file).getroot() for file in sorted(self.folder.iterdir())]

    def test_a_group_is_a_file(self):
        write_reports([Case("m.A", "a", Verdict.PASSED, 0.5), Case("m.B", "b", Verdict.PASSED, 0)], self.folder)
        self.assertEqual(
            ["TEST-python.m.A.xml", "TEST-python.m.B.xml"], [f.name for f in sorted(self.folder.iterdir())]
        )

    def test_a_suite_counts_its_cases(self):
        verdicts = [Verdict.PASSED, Verdict.FAILURE, Verdict.ERROR, Verdict.ERROR, Verdict.SKIPPED]
        write_reports([Case("m.A", str(i), v, 0.25) for i, v in enumerate(verdicts)], self.folder)
        [suite] = self.suites()
        counts = {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped", "time")}
        self.assertEqual({"tests": "5", "failures": "1", "errors": "2", "skipped": "1", "time": "1.250"}, counts)

    def test_no_character_breaks_the_file(self):
        write_reports([Case(HOSTILE, HOSTILE, Verdict.ERROR, 0, HOSTILE, HOSTILE, HOSTILE)], self.folder)
        [suite] = self.suites()
        self.assertIn("<&>\"']]>", suite[0].get("name"))
        self.assertIn("你\U0001f600", suite[0][0].text)

    def test_a_group_cannot_name_another_folder(self):
        write_reports([Case("../../x/../y", "a", Verdict.PASSED, 0)], self.folder)
        self.assertEqual(1, len(list(self.folder.iterdir())))

    def test_reports_of_an_earlier_run_are_removed_and_those_of_other_tools_kept(self):
        self.folder.mkdir()
        (self.folder / "TEST-python.old.xml").write_text("")
        (self.folder / "TEST-com.example.JavaTest.xml").write_text("")
        write_reports([], self.folder)
        self.assertEqual(["TEST-com.example.JavaTest.xml"], [f.name for f in self.folder.iterdir()])
