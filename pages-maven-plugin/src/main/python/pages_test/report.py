"""Writes outcomes as JUnit XML, the form that CI servers and IDEs read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Dict, Iterable, List
from xml.etree import ElementTree

from .cases import Case, Verdict

FILE_PREFIX = "TEST-python."
"""Begins the name of every report, so that the reports of an earlier run can be told from other tools'."""

# What XML 1.0 cannot hold, not even escaped (https://www.w3.org/TR/xml/#charsets).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_FILE_NAME = re.compile(r"[^\w.-]")


def write_reports(cases: Iterable[Case], folder: Path) -> None:
    """Write one file for each group of cases and remove those of an earlier run."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(FILE_PREFIX + "*.xml"):
        old.unlink()
    groups: Dict[str, List[Case]] = {}
    for case in cases:
        groups.setdefault(case.group, []).append(case)
    for group, members in groups.items():
        tree = ElementTree.ElementTree(_suite(group, members))
        file = folder / f"{FILE_PREFIX}{_NOT_FILE_NAME.sub('_', group)}.xml"
        tree.write(file, encoding="utf-8", xml_declaration=True)


def _suite(group: str, cases: List[Case]) -> ElementTree.Element:
    counts = {
        "tests": len(cases),
        "failures": sum(case.verdict is Verdict.FAILURE for case in cases),
        "errors": sum(case.verdict is Verdict.ERROR for case in cases),
        "skipped": sum(case.verdict is Verdict.SKIPPED for case in cases),
    }
    suite = ElementTree.Element("testsuite", name=_clean(group), time=_seconds(sum(case.seconds for case in cases)))
    for name, count in counts.items():
        suite.set(name, str(count))
    for case in cases:
        suite.append(_case(case))
    return suite


def _case(case: Case) -> ElementTree.Element:
    element = ElementTree.Element(
        "testcase", classname=_clean(case.group), name=_clean(case.name), time=_seconds(case.seconds)
    )
    if case.verdict is not Verdict.PASSED:
        outcome = ElementTree.SubElement(element, case.verdict.value, message=_clean(case.message))
        if case.kind:
            outcome.set("type", _clean(case.kind))
        if case.detail:
            outcome.text = _clean(case.detail)
    return element


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}"
