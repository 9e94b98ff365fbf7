"""Runs a project's tests with pytest, where the project declares it."""

from __future__ import annotations

import os
import sys
from typing import Any, List

from .report import FILE_PREFIX


def run_pytest(tests: str, reports: str, cache: str) -> int:
    """Run pytest over a folder; returns its exit code, in which 1 is failed and 5 no test."""
    import pytest

    os.makedirs(reports, exist_ok=True)
    sys.dont_write_bytecode = True
    arguments: List[str] = [
        tests,
        f"--rootdir={os.getcwd()}",
        f"--junitxml={os.path.join(reports, FILE_PREFIX + 'pytest.xml')}",
        f"--override-ini=cache_dir={cache}",
        "--color=no",
        "--continue-on-collection-errors",
    ]
    return int(pytest.main(arguments, plugins=[_named_subtests()]))


def _named_subtests() -> object:
    """A pytest plugin that gives each subtest a name of its own, so that it is a test case in the report."""
    import pytest

    class NamedSubtests:
        @pytest.hookimpl(tryfirst=True)  # type: ignore[untyped-decorator]  # before the report is written
        def pytest_runtest_logreport(self, report: Any) -> None:
            context = getattr(report, "context", None)
            if context is not None:
                words = [str(context.msg)] if context.msg else []
                words += [f"{name}={value}" for name, value in context.kwargs.items()]
                report.nodeid += f" ({', '.join(words)})"

    return NamedSubtests()
