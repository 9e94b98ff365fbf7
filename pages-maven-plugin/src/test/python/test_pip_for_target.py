"""Runs the launcher as the plugin does: fed to an isolated interpreter, with that interpreter's own pip."""

import json
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path
from typing import Any, Dict, List, Tuple

import pages_build

LAUNCHER = (Path(pages_build.__path__[0]) / "pip_for_target.py").read_text(encoding="utf-8")
OLDEST_PIP = (22, 2)


def pip_version() -> Tuple[int, ...]:
    answer = subprocess.run(
        [sys.executable, "-I", "-m", "pip", "--version"], stdout=subprocess.PIPE, text=True, check=False
    )
    words = answer.stdout.split()
    return tuple(int(part) for part in words[1].split(".")[:2]) if len(words) > 1 else (0, 0)


def markers(minor: int, machine: str) -> Dict[str, str]:
    return {
        "implementation_name": "cpython",
        "implementation_version": f"3.{minor}.0",
        "os_name": "posix",
        "platform_machine": machine,
        "platform_python_implementation": "CPython",
        "platform_release": "",
        "platform_system": "Linux",
        "platform_version": "",
        "python_full_version": f"3.{minor}.0",
        "python_version": f"3.{minor}",
        "sys_platform": "linux",
    }


@unittest.skipIf(pip_version() < OLDEST_PIP, "this interpreter's pip is too old")
class PipForTargetTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.index = self.folder / "index"
        self.index.mkdir()

    def wheel(self, name: str, version: str, metadata: str = "", tag: str = "py3-none-any") -> None:
        info = f"{name}-{version}.dist-info"
        files = {
            f"{name}.py": "",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{metadata}",
            f"{info}/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n",
        }
        files[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in files) + f"{info}/RECORD,,\n"
        with zipfile.ZipFile(self.index / f"{name}-{version}-{tag}.whl", "w") as archive:
            for file, text in files.items():
                archive.writestr(file, text)

    def resolve(
        self, minor: int, *requirements: str, machine: str = "x86_64", names: Tuple[str, ...] = ()
    ) -> Tuple["subprocess.CompletedProcess[str]", List[str], Dict[str, Any]]:
        report = self.folder / "report.json"
        evidence = self.folder / "evidence.json"
        wishes = {
            "markers": markers(minor, machine),
            "python": [3, minor, 0],
            "build": False,
            "names": list(names),
            "evidence": str(evidence),
        }
        command = [sys.executable, "-I", "-X", "utf8", "-", json.dumps(wishes)]
        command += ["install", "--dry-run", "--ignore-installed", "--report", str(report), "--no-index"]
        command += ["--find-links", str(self.index), "--target", str(self.folder / "empty"), "--only-binary=:all:"]
        command += ["--implementation", "cp", "--python-version", f"3.{minor}.0"]
        command += ["--platform", f"manylinux2014_{machine}", "--disable-pip-version-check", *requirements]
        outcome = subprocess.run(
            command, input=LAUNCHER, capture_output=True, text=True, cwd=str(self.folder), check=False
        )
        found = []
        if outcome.returncode == 0:
            items = json.loads(report.read_text(encoding="utf-8"))["install"]
            found = sorted("{name} {version}".format(**item["metadata"]) for item in items)
        return outcome, found, json.loads(evidence.read_text(encoding="utf-8"))

    def test_markers_and_requires_python_are_the_targets(self) -> None:
        self.wheel(
            "shop",
            "1.0",
            "Requires-Dist: old; python_version < '3.11'\n"
            "Requires-Dist: new; python_version >= '3.11'\n"
            "Requires-Dist: arm; platform_machine == 'aarch64'\n"
            "Requires-Dist: windows; os_name == 'nt'\n",
        )
        self.wheel("shop", "2.0", "Requires-Python: >=3.12\n")
        for name in ("old", "new", "arm", "windows"):
            self.wheel(name, "1.0")
        expected = {
            (10, "x86_64"): ["old 1.0", "shop 1.0"],
            (11, "aarch64"): ["arm 1.0", "new 1.0", "shop 1.0"],
            (13, "x86_64"): ["shop 2.0"],
        }
        for (minor, machine), wanted in expected.items():
            with self.subTest(f"3.{minor} {machine}"):
                outcome, found, _ = self.resolve(minor, "shop", machine=machine)
                self.assertEqual(wanted, found, outcome.stderr)

    def test_a_failure_leaves_evidence(self) -> None:
        self.wheel("shop", "1.0", tag="cp312-cp312-manylinux2014_x86_64")
        self.wheel("fine", "1.0")
        outcome, _, evidence = self.resolve(10, "shop", names=("shop", "fine", "unheard"))
        self.assertNotEqual(0, outcome.returncode)
        self.assertEqual([{"name": "shop", "requirement": "shop", "parent": ""}], evidence["causes"])
        self.assertEqual({"shop": "", "fine": "1.0", "unheard": ""}, evidence["candidates"])
        file = "shop-1.0-cp312-cp312-manylinux2014_x86_64.whl"
        self.assertEqual(["platform_mismatch", ""], evidence["files"]["shop"][file])

    def test_build_code_does_not_run(self) -> None:
        project = self.folder / "project"
        project.mkdir()
        trace = self.folder / "trace"
        (project / "setup.py").write_text(f"open({str(trace)!r}, 'w').close()\n", encoding="utf-8")
        outcome, _, evidence = self.resolve(10, str(project))
        self.assertNotEqual(0, outcome.returncode)
        self.assertFalse(trace.exists())
        self.assertIn("project", evidence["refused"]["link"])

    def test_a_file_of_the_project_is_not_taken_for_a_module(self) -> None:
        (self.folder / "json.py").write_text("raise SystemExit('shadowed')", encoding="utf-8")
        self.wheel("shop", "1.0")
        outcome, found, _ = self.resolve(10, "shop")
        self.assertEqual(["shop 1.0"], found, outcome.stderr)


if __name__ == "__main__":
    unittest.main()
