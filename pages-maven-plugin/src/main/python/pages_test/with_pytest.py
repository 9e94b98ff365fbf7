"""Runs a project's tests with pytest, where the project declares it."""

from __future__ import annotations

import os
import sys
from typing import List

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
    return int(pytest.main(arguments))
