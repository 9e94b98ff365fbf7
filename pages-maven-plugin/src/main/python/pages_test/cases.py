"""Records what became of each test."""

from __future__ import annotations

import re
import sys
import time
import traceback
import unittest
from enum import Enum
from typing import Any, List, NamedTuple, Optional

from .discovery import ImportOfTests

# Packages whose frames stand around a test's own: asyncio runs coroutines, unittest has the assertions.
_RUNNERS = ("unittest", "asyncio")


class Verdict(Enum):
    """What became of a test, by the word that JUnit's XML uses."""

    PASSED = "passed"
    FAILURE = "failure"
    ERROR = "error"
    SKIPPED = "skipped"


class Case(NamedTuple):
    """One test with its outcome."""

    group: str
    """``module.Class``, or the module alone."""
    name: str
    verdict: Verdict
    seconds: float
    kind: str = ""
    """The name of the exception's class."""
    message: str = ""
    detail: str = ""
    """The traceback, from the test's own code on."""

    @property
    def failed(self) -> bool:
        return self.verdict in (Verdict.FAILURE, Verdict.ERROR)


class CaseRecorder(unittest.TestResult):
    """A result that keeps every test, subtest and fixture error as a case of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.cases: List[Case] = []
        self._started = time.monotonic()

    def startTest(self, test: Any) -> None:
        super().startTest(test)
        self._started = time.monotonic()

    def addSuccess(self, test: Any) -> None:
        super().addSuccess(test)
        self._record(test, Verdict.PASSED)

    def addFailure(self, test: Any, err: Any) -> None:
        super().addFailure(test, err)
        self._record(test, Verdict.FAILURE, err)

    def addError(self, test: Any, err: Any) -> None:
        super().addError(test, err)
        self._record(test, Verdict.ERROR, err)

    def addSkip(self, test: Any, reason: str) -> None:
        super().addSkip(test, reason)
        self._record(test, Verdict.SKIPPED, message=reason)

    def addExpectedFailure(self, test: Any, err: Any) -> None:
        super().addExpectedFailure(test, err)
        self._record(test, Verdict.PASSED)

    def addUnexpectedSuccess(self, test: Any) -> None:
        super().addUnexpectedSuccess(test)
        self._record(test, Verdict.FAILURE, message="passed, but is marked as an expected failure")

    def addSubTest(self, test: Any, subtest: Any, err: Optional[Any]) -> None:
        super().addSubTest(test, subtest, err)
        if err is None:
            self._record(subtest, Verdict.PASSED)
        elif issubclass(err[0], test.failureException):
            self._record(subtest, Verdict.FAILURE, err)
        else:
            self._record(subtest, Verdict.ERROR, err)

    def _record(self, test: Any, verdict: Verdict, err: Optional[Any] = None, message: str = "") -> None:
        now = time.monotonic()
        group, name = _names(test)
        kind = detail = ""
        if err is not None:
            kind, message = err[0].__name__, str(err[1])
            detail = message if isinstance(test, ImportOfTests) else _traceback(err)
        case = Case(group, name, verdict, max(now - self._started, 0.0), kind, message, detail)
        self._started = now
        self.cases.append(case)
        if case.failed:
            print(f"{'FAILED' if verdict is Verdict.FAILURE else 'ERROR'} {group}.{name}", file=sys.stderr)
            print(detail or message, file=sys.stderr, flush=True)


def _names(test: Any) -> tuple[str, str]:
    """The group and the name of a test, a subtest or a fixture such as ``setUpClass (module.Class)``."""
    fixture = re.fullmatch(r"(\w+) \((.+)\)", test.id())
    if fixture:
        return fixture[2], fixture[1]
    case = getattr(test, "test_case", test)
    group, _, name = case.id().rpartition(".")
    suffix = test.id()[len(case.id()) :] if case is not test else ""
    return group, name + suffix


def _traceback(err: Any) -> str:
    """A traceback from the test's own code on, without the frames of what ran it."""
    frames = [f for f, _ in traceback.walk_tb(err[2])]
    own = [_package(frame) not in _RUNNERS for frame in frames]
    if not any(own):
        return "".join(traceback.format_exception(*err)).rstrip()
    first, last = own.index(True), len(own) - own[::-1].index(True)
    summary = traceback.extract_tb(err[2])[first:last]
    lines = ["Traceback (most recent call last):\n", *traceback.format_list(summary)]
    return "".join(lines + traceback.format_exception_only(err[0], err[1])).rstrip()


def _package(frame: Any) -> str:
    return str(frame.f_globals.get("__name__", "")).partition(".")[0]
