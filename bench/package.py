"""Measures resolving, staging and packaging against pip and zip; prints ratios.

    python3 bench/package.py [--repository DIR] [--rounds 5] [--maven mvn] [--edgeone TOOL] [what ...]

The plugin has to be installed in Maven's local repository, or in the one that ``--repository`` names.
``what`` is of: zip, first, edit, maven, bytecode, scale, and edgeone where its tool is named; default all. Needs
CPython 3.11 with pip, run by it, zip, and an index that pip finds. The accelerators are off, so that both sides install
the same. CPU is user and system time of all processes. Absolute times mean nothing; ratios within a run do. "Net" is
less the same Maven with a POM that has no plugin.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Callable, List

from package_project import FUNCTION, IMPORTS, POM, REQUIREMENTS, Cost, tell, write_project, write_wheel


class Bench:
    """One temporary folder with a project, its cache and what it is compared with."""

    def __init__(self, root: Path, options: argparse.Namespace) -> None:
        self.root = root
        self.rounds = options.rounds
        self.edgeone = options.edgeone
        self.project = root / "project"
        self.cache = root / "cache"
        self.maven = [
            options.maven,
            "-q",
            "-o",
            "-B",
            "-Dpages.accelerators=off",
            f"-Dpages.cacheDirectory={self.cache}",
        ]
        if options.repository:
            self.maven.append(f"-Dmaven.repo.local={options.repository}")
        write_project(self.project, REQUIREMENTS)
        bare = root / "bare"
        bare.mkdir()
        (bare / "pom.xml").write_text(POM.format(packaging="pom", build="", python=""))
        self.bare = bare

    def run(self, command: List[str], folder: Path, **environment: str) -> Cost:
        """Run a command to its end; nobody answers its questions."""
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - start
        if done.returncode:
            sys.exit(f"{command}: {done.returncode}\n{done.stdout.decode()[-3000:]}")
        return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)

    def median(self, once: Callable[[], Cost]) -> Cost:
        """Return the medians of some rounds."""
        return self.medians(once)[0]

    def medians(self, *all_of: Callable[[], Cost]) -> List[Cost]:
        """Return the medians of some rounds; each round runs all of them, so that a busy machine slows all alike."""
        rounds = [[once() for once in all_of] for _ in range(self.rounds)]
        return [
            Cost(statistics.median(c.cpu for c in costs), statistics.median(c.wall for c in costs))
            for costs in zip(*rounds)
        ]

    def mvn(self, *arguments: str, precompile: str = "off") -> Cost:
        """Run Maven on the project."""
        online = [a for a in self.maven if a != "-o"] if "-online" in arguments else self.maven
        rest = [a for a in arguments if a != "-online"]
        return self.run([*online, f"-Dpages.precompile={precompile}", *rest], self.project)

    def without_plugin(self, phase: str) -> Cost:
        """Run Maven on a POM that has nothing."""
        return self.median(lambda: self.bare_maven(phase))

    def bare_maven(self, phase: str) -> Cost:
        """Run Maven once on a POM that has nothing."""
        return self.run([*self.maven, phase], self.bare)

    def pip(self, compile_too: bool = True) -> Cost:
        """Install the same with pip into an empty folder."""
        target = self.root / "pip"
        shutil.rmtree(target, ignore_errors=True)
        options = [] if compile_too else ["--no-compile"]
        command = [sys.executable, "-m", "pip", "install", "-q", *options, "--target", str(target), *REQUIREMENTS]
        return self.run(command, self.root)

    def zip(self, folder: Path) -> Cost:
        """Zip a folder with Info-ZIP."""
        (self.root / "peer.zip").unlink(missing_ok=True)
        return self.run(["zip", "-rq", str(self.root / "peer.zip"), "."], folder)

    def pair(self) -> Cost:
        """Install with pip, then zip."""
        return self.pip() + self.zip(self.root / "pip")

    def empty_target(self) -> Cost:
        """Package into an empty target/ from a warm cache with a lock."""
        shutil.rmtree(self.project / "target", ignore_errors=True)
        return self.mvn("package")

    def edited(self) -> Cost:
        """Package after one function was edited."""
        function = self.project / "cloud-functions/api/index.py"
        function.write_text(FUNCTION + f"\nVERSION = {time.monotonic_ns()}\n")
        return self.mvn("package")

    def artifact(self) -> Path:
        """Return the zip."""
        return next((self.project / "target").glob("*.zip"))

    # ---- what is measured ----

    def measure_first(self) -> None:
        """The first build, with no cache of ours and no lock."""

        def first() -> Cost:
            shutil.rmtree(self.cache, ignore_errors=True)
            shutil.rmtree(self.project / "target", ignore_errors=True)
            return self.mvn("-online", "package")

        bare = self.without_plugin("package")
        pair = self.median(self.pair)
        ours = self.median(first)
        tell("first build, empty cache : pip install + zip", ours, pair, "at most 0.6")
        tell("  net", ours - bare, pair)

    def measure_edit(self) -> None:
        """Builds from a warm cache with a lock."""
        self.mvn("-online", "pages:lock")
        self.mvn("package")
        bare, pair, empty, edited = self.medians(
            lambda: self.bare_maven("package"), self.pair, self.empty_target, self.edited
        )
        tell("empty target/, warm cache, lock : pip install + zip", empty, pair, "at most 0.111")
        tell("  net", empty - bare, pair)
        tell("one edit, target/ in place : pip install + zip", edited, pair, "at most 0.056")
        tell("  net", edited - bare, pair)
        (self.project / "pylock.toml").unlink()

    def measure_zip(self) -> None:
        """The zip alone: a build that only has to write it, less one that has nothing to do."""
        self.mvn("-online", "package")
        size = self.artifact().stat().st_size

        def rewritten() -> Cost:
            self.artifact().unlink()
            return self.mvn("package")

        ours = self.median(rewritten) - self.median(lambda: self.mvn("package"))
        theirs = self.median(lambda: self.zip(self.project / "target/pages/staging"))
        tell("zip alone : zip -rq of the same folder", ours, theirs, "at most 0.2")
        print(f"  size {size / (self.root / 'peer.zip').stat().st_size:.4f} of it, at most 1.01")

    def measure_maven(self) -> None:
        """What Maven users wait for, in seconds above the same Maven without the plugin."""
        self.mvn("-online", "package")
        package, unchanged, edited, validate, validated = self.medians(
            lambda: self.bare_maven("package"),
            lambda: self.mvn("package"),
            self.edited,
            lambda: self.bare_maven("validate"),
            lambda: self.mvn("validate"),
        )
        print(f"unchanged project: {unchanged.wall - package.wall:.2f} s above, at most 0.5")
        print(f"one edited function: {edited.wall - package.wall:.2f} s above, at most 0.8")
        print(f"validate: {validated.wall - validate.wall:.2f} s above, at most 0.3", flush=True)

    def measure_edgeone(self) -> None:
        """The official tool on the same project: first, unchanged, one edit; as in CI, for it asks otherwise."""
        theirs = self.root / "theirs"
        shutil.copytree(self.project, theirs)
        (theirs / "package.json").write_text('{"name": "bench", "version": "1.0.0"}\n')
        function = theirs / "cloud-functions/api/index.py"

        def built() -> Cost:
            return self.run([self.edgeone, "pages", "build"], theirs, CI="1", PIP_DEFAULT_TIMEOUT="5")

        def edited() -> Cost:
            function.write_text(FUNCTION + f"\nVERSION = {time.monotonic_ns()}\n")
            return built()

        shutil.rmtree(self.cache, ignore_errors=True)
        first = self.mvn("-online", "package")
        tell("first build : edgeone pages build", first, built())
        tell("unchanged : edgeone pages build", self.mvn("package"), built())
        tell("one edit : edgeone pages build", self.edited(), edited())

    def measure_bytecode(self) -> None:
        """What precompiling costs and gains."""
        self.mvn("-online", "pages:lock")
        self.mvn("package", precompile="on")
        shutil.rmtree(self.project / "target")
        plain = self.mvn("package")
        small = self.artifact().stat().st_size
        packages = self.project / "target/pages/staging/packages"
        program = [
            sys.executable,
            "-I",
            "-B",
            "-c",
            f"import sys; sys.path.insert(0, {str(packages)!r}); import {IMPORTS}",
        ]
        slow = self.median(lambda: self.run(program, self.root))
        shutil.rmtree(self.cache / "bytecode")
        shutil.rmtree(self.project / "target")
        cold = self.mvn("package", precompile="on")
        large = self.artifact().stat().st_size
        fast = self.median(lambda: self.run(program, self.root))
        shutil.rmtree(self.project / "target")
        warm = self.mvn("package", precompile="on")
        tell("precompile, first time : the build without", cold, plain)
        tell("precompile, compiled before : the build without", warm, plain)
        tell("import of the reference set with bytecode : without", fast, slow)
        print(f"  zip {large / small:.3f} of the zip without")

    def measure_scale(self) -> None:
        """Ten times the distributions, of the same kind."""
        index = self.root / "index"
        index.mkdir(exist_ok=True)
        for number in range(300):
            write_wheel(index, f"made{number}")

        def build(count: int) -> Cost:
            shutil.rmtree(self.project / "target", ignore_errors=True)
            names = [f"made{number}" for number in range(count)]
            lines = [f"--find-links {index}", *names]
            (self.project / "requirements.txt").write_text("\n".join(lines) + "\n")
            (self.project / "cloud-functions/api/index.py").write_text(
                "from http.server import BaseHTTPRequestHandler\n\n\nclass handler(BaseHTTPRequestHandler):\n    pass\n"
            )
            self.mvn("-online", "pages:lock")
            return self.median(self.empty_target)

        bare = self.without_plugin("package")
        many, few = build(300), build(30)
        tell("300 distributions : 30", many, few, "at most 11")
        tell("  net", many - bare, few - bare, "at most 11")


def main() -> None:
    """Measure what the command line asks for."""
    every = ["zip", "first", "edit", "maven", "bytecode", "scale"]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repository", help="Maven's local repository")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--maven", default="mvn")
    parser.add_argument("--edgeone", help="the official tool, edgeone")
    parser.add_argument("what", nargs="*", metavar="what", help=", ".join(every))
    options = parser.parse_args()
    os.environ["PIP_RETRIES"] = "0"
    for what in options.what or every + ["edgeone"] * bool(options.edgeone):
        with tempfile.TemporaryDirectory() as root:
            getattr(Bench(Path(root), options), "measure_" + what)()


if __name__ == "__main__":
    main()
