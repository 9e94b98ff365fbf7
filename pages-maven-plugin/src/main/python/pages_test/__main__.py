"""Runs a project's tests: ``python pages_test unittest|pytest TESTS REPORTS CACHE END [PATH ...]``.

TESTS is the folder of the tests, REPORTS the folder for the JUnit XML, CACHE a folder for what the tool
wants to remember, END a file that is written when the run has come to its end, whatever became of the
tests; the PATHs, of packages and of functions, follow the standard library on the search path.
All output goes to standard error, in the order of its writing. Exit code 0: all passed; 1: some failed;
5: there were none (as pytest has it).
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

FAILED = 1
NO_TESTS = 5


def main(tool: str, tests: str, reports: str, cache: str, end: str, *paths: str) -> int:
    """Run the tests and write the reports; returns the exit code."""
    os.dup2(2, 1)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)
    sys.path.extend(paths)
    if tool == "pytest":
        from pages_test.with_pytest import run_pytest

        code = run_pytest(tests, reports, cache)
    else:
        code = _run_unittest(Path(tests), Path(reports))
    Path(end).write_text(f"{code}\n", encoding="utf-8")
    return code


def _run_unittest(tests: Path, reports: Path) -> int:
    from pages_test.cases import CaseRecorder
    from pages_test.discovery import find_tests
    from pages_test.report import write_reports

    suite = find_tests(tests)
    recorder = CaseRecorder()
    recorder.startTestRun()
    suite.run(recorder)
    recorder.stopTestRun()
    write_reports(recorder.cases, reports)
    if not recorder.cases:
        return NO_TESTS
    return FAILED if any(case.failed for case in recorder.cases) else 0


def _make_importable() -> None:
    """Put the folder that holds this package, not the package itself, on the search path."""
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != here] + [os.path.dirname(here)]


if __name__ == "__main__":
    _make_importable()
    sys.exit(main(*sys.argv[1:]))
