"""Runs a project's unittest tests: ``python pages_test TESTS REPORTS [PATH ...]``.

TESTS is the folder of the tests, REPORTS the folder for the JUnit XML; the PATHs, of packages and of functions,
follow the standard library on the search path. All output goes to standard error, in the order of its
writing. Exit code 0: all passed; 1: some failed; 5: there were none (as pytest has it).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import List

FAILED = 1
NO_TESTS = 5


def main(tests: str, reports: str, *paths: str) -> int:
    """Run the tests and write the reports; returns the exit code."""
    from pages_test.cases import CaseRecorder
    from pages_test.discovery import find_tests
    from pages_test.report import write_reports

    os.dup2(2, 1)
    sys.path.extend(paths)
    suite = find_tests(Path(tests))
    recorder = CaseRecorder()
    recorder.startTestRun()
    suite.run(recorder)
    recorder.stopTestRun()
    write_reports(recorder.cases, Path(reports))
    if not recorder.cases:
        return NO_TESTS
    return FAILED if any(case.failed for case in recorder.cases) else 0


def _make_importable(arguments: List[str]) -> None:
    """Put the folder that holds this package, not the package itself, on the search path."""
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != here] + [os.path.dirname(here)]
    sys.argv = arguments


if __name__ == "__main__":
    _make_importable(sys.argv)
    sys.exit(main(*sys.argv[1:]))
