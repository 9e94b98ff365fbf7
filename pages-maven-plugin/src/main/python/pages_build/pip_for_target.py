"""Runs pip for the machine that will run the functions, not for the one that it runs on.

pip takes the target's version and platform tags as options, but evaluates environment markers (PEP 508) and, up to
24.1, Requires-Python of wheels with the values of its host. This file gives it the target's values, keeps it from
running build code, and writes down why a resolution failed. It is fed to ``python -I -X utf8 -``:

    python - WISHES PIP-ARGUMENT...

WISHES is a JSON object: ``markers`` (the 11 values; none to leave pip to its host), ``python`` (``[3, 10, 0]``),
``build`` (whether build code may run), ``names`` (distributions to look for when the resolution fails) and
``evidence`` (the file to write).
Works with pip 22.2 to 26. The exit code is pip's.
"""

import contextlib
import json
import re
import runpy
import sys


def aim_markers(values):
    """Makes pip evaluate markers with the given values, and proves it."""
    from pip._vendor.packaging import markers

    markers.default_environment = lambda: dict(values)
    version = values["python_version"]
    if not markers.Marker(f'python_version == "{version}"').evaluate():
        raise SystemExit("this pip cannot evaluate markers for another machine")
    if markers.Marker('platform_machine == "no such machine"').evaluate():
        raise SystemExit("this pip cannot evaluate markers for another machine")


def aim_requires_python(version):
    """Makes pip check Requires-Python against the given version where it would take its own."""
    from pip._internal.resolution.resolvelib import candidates

    original = candidates.RequiresPythonCandidate.__init__

    def start(self, py_version_info):
        original(self, tuple(version) if py_version_info is None else py_version_info)

    candidates.RequiresPythonCandidate.__init__ = start


def refuse_builds(evidence):
    """Ends pip before it runs the build code of a source distribution, wherever that came from."""
    from pip._internal.distributions import sdist
    from pip._internal.exceptions import InstallationError

    def refuse(self, *args, **kwargs):
        evidence["refused"] = {"name": self.req.name or "", "link": str(self.req.link or "")}
        raise InstallationError(f"{self.req.name or self.req.link} would have to be built from its sources")

    sdist.SourceDistribution.prepare_distribution_metadata = refuse


def is_release(filename, project):
    """Whether a file is a wheel or a source archive of a project; folders of links hold all kinds of files."""
    if not filename.endswith((".whl", ".zip", ".tar.gz", ".tar.bz2", ".tgz")):
        return False
    return re.sub(r"[-_.]+", "-", filename).lower().startswith(project + "-")


def watch_links(evidence):
    """Notes every file that pip sees for a project, and whether it fits the target."""
    from pip._internal.index.package_finder import LinkEvaluator

    original = LinkEvaluator.evaluate_link

    def evaluate(self, link):
        verdict = original(self, link)
        kind = getattr(verdict[0], "name", "candidate" if verdict[0] else "other")
        if kind != "different_project" and is_release(link.filename, self._canonical_name):
            files = evidence["files"].setdefault(self._canonical_name, {})
            files[link.filename] = [kind, link.requires_python or ""]
        return verdict

    LinkEvaluator.evaluate_link = evaluate


def watch_indexes(evidence):
    """Notes every index that does not answer: pip goes on as if it had nothing."""
    from pip._internal.index import collector

    original = collector._handle_get_simple_fail

    def note(link, reason, *args, **kwargs):
        if "404" not in str(reason):
            evidence["unreachable"].append(f"{link}: {reason}")
        return original(link, reason, *args, **kwargs)

    collector._handle_get_simple_fail = note


def watch_failure(evidence, names):
    """Notes what could not be satisfied, and which of the given distributions have nothing for the target."""
    from pip._internal.resolution.resolvelib.factory import Factory

    original = Factory.get_installation_error

    def explain(self, error, *args, **kwargs):
        for cause in error.causes:
            parent = cause.parent
            evidence["causes"].append(
                {
                    "name": cause.requirement.project_name,
                    "requirement": cause.requirement.format_for_error(),
                    "parent": f"{parent.name} {parent.version}" if parent else "",
                }
            )
        for name in names:
            best = self._finder.find_best_candidate(name).best_candidate
            evidence["candidates"][name] = str(best.version) if best else ""
        return original(self, error, *args, **kwargs)

    Factory.get_installation_error = explain


def main(arguments):
    """Aims pip, runs it, and leaves the evidence in its file."""
    wishes = json.loads(arguments[0])
    evidence = {"files": {}, "causes": [], "candidates": {}, "unreachable": [], "refused": None}
    if wishes["markers"]:
        aim_markers(wishes["markers"])
        aim_requires_python(wishes["python"])
    if not wishes["build"]:
        refuse_builds(evidence)
    # Evidence only makes messages better: a pip that is built otherwise still resolves.
    with contextlib.suppress(ImportError, AttributeError):
        watch_links(evidence)
    with contextlib.suppress(ImportError, AttributeError):
        watch_indexes(evidence)
    with contextlib.suppress(ImportError, AttributeError):
        watch_failure(evidence, wishes["names"])
    sys.argv = ["pip", *arguments[1:]]
    try:
        runpy.run_module("pip", run_name="__main__", alter_sys=True)
    finally:
        with open(wishes["evidence"], "w", encoding="utf-8") as stream:
            json.dump(evidence, stream)


if __name__ == "__main__":
    main(sys.argv[1:])
