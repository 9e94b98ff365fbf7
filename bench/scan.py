"""Measures reading, the cache and the route table; prints ratios.

    python3 bench/scan.py [--offline] [--rounds 5] [reading cache growth table matching ...]

Without names all are measured. Needs a JDK, Maven and the standard library of this interpreter; ``growth``
takes the libraries of all interpreters beside it (``--libraries FOLDER ...`` names others). Times are CPU
seconds of whole processes, the least of some rounds; where two programs are compared, they take turns and the
median of the ratios counts. Absolute numbers mean nothing.
"""

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Callable, Dict, List

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = ROOT / "pages-maven-plugin"
sys.path.insert(0, str(PLUGIN / "src/main/python"))

WALK = """
import ast, os, sys
for folder, _, files in os.walk(sys.argv[1]):
    for name in files:
        try:
            with open(os.path.join(folder, name), "rb") as file:
                for node in ast.walk(ast.parse(file.read())):
                    pass
        except (SyntaxError, ValueError):
            pass
"""


class Bench:
    """Fixtures in a temporary folder, and the commands that are measured on them."""

    def __init__(self, folder: Path, options: argparse.Namespace) -> None:
        self.folder = folder
        self.rounds = options.rounds
        self.libraries = [Path(name) for name in options.libraries]
        self.own = [Path(os.__file__).parent]
        self.classes = folder / "classes"
        self.classpath = f"{self.classes}{os.pathsep}{classpath(folder, options.offline)}"
        command = ["javac", "-d", str(self.classes), "-cp", self.classpath, str(ROOT / "bench/ScanBench.java")]
        subprocess.run(command, check=True)

    def java(self, *arguments: object) -> List[str]:
        """Return the command of one step in a fresh JVM."""
        return ["java", "-cp", self.classpath, "ScanBench", *map(str, arguments)]

    def least(self, command: List[str], before: Callable[[], object] = lambda: None) -> float:
        """Return the least CPU time of some runs."""
        times = []
        for _ in range(self.rounds):
            before()
            times.append(cpu(command))
        return min(times)

    def sources(self, count: int) -> Path:
        """Return a folder with so many files, in a fixed random order, with their times.

        Up to 1,000 are of this interpreter's standard library, more of those of all.
        """
        target = self.folder / f"sources-{count}"
        if not target.exists():
            libraries = self.own if count <= 1000 else self.libraries
            files = sorted(file for library in libraries for file in library.rglob("*.py") if is_ours(file))
            random.Random(1).shuffle(files)
            if len(files) < count:
                sys.exit(f"only {len(files)} files; name more with --libraries")
            for number, file in enumerate(files[:count]):
                place = target / f"f{number // 100}"
                place.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file, place / f"m{number}.py")
        return target

    def reading(self) -> None:
        """Compare a first read with a walk of the same files by ``ast``."""
        folder, state = self.sources(1000), self.folder / "state"
        ratios = []
        for _ in range(self.rounds):
            shutil.rmtree(state, ignore_errors=True)
            ours = cpu(self.scan(folder, state))
            ratios.append(ours / cpu([sys.executable, "-I", "-S", "-c", WALK, str(folder)]))
        tell("1,000 files, fresh JVM, CPU against python -I -S with ast", statistics.median(ratios), 0.5)

    def cache(self) -> None:
        """Compare a scan of an unchanged tree with the first one, both without the JVM's start."""
        folder, state = self.sources(1000), self.folder / "state"
        start = self.least(self.java("start"))
        first = self.least(self.scan(folder, state), lambda: shutil.rmtree(state, ignore_errors=True)) - start
        again = self.least(self.scan(folder, state)) - start
        tell("1,000 files unchanged, CPU against the first read", again / first, 0.1)
        changed = self.least(self.scan(folder, state), lambda: self.touch(folder)) - start
        tell("one of 1,000 files changed, CPU against the first read", changed / first)

    @staticmethod
    def touch(folder: Path) -> None:
        """Change one file."""
        with open(folder / "f0/m0.py", "a", encoding="utf-8") as file:
            file.write("\n")

    def growth(self) -> None:
        """Compare 10,000 files with 1,000."""
        state = self.folder / "state"
        times: Dict[int, float] = {}
        for count in (1000, 10_000):
            command = self.scan(self.sources(count), state)
            times[count] = self.least(command, lambda: shutil.rmtree(state, ignore_errors=True))
        tell("10,000 files against 1,000, CPU", times[10_000] / times[1000], 10.5)

    def table(self) -> None:
        """Compare building the table of 5,000 routes with listing their files."""
        folder = self.functions(5000)
        cold, warm = [], []
        for _ in range(self.rounds):
            command = self.java("routes", folder, self.folder / "config-5000.json")
            answer = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.split()
            listed, built, listed_warm, built_warm = map(int, answer)
            cold.append(built / listed)
            warm.append(built_warm / listed_warm)
        tell("5,000 routes, building the table against listing the files, cold", sorted(cold)[len(cold) // 2], 3)
        tell("the same, warm", sorted(warm)[len(warm) // 2], 3)

    def matching(self) -> None:
        """Compare the cost of a match among 5,000 routes with one among 10."""
        times = {}
        for count in (10, 5000):
            config = self.folder / f"config-{count}.json"
            command = self.java("routes", self.functions(count), config)
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times[count] = match_time(config, max(self.rounds, 9))
        tell("a match in Python among 5,000 routes against 10", times[5000] / times[10], 1.2)

    def functions(self, count: int) -> Path:
        """Return a function tree with so many files: a tenth of them parameters, some catch-alls."""
        target = self.folder / f"functions-{count}"
        if not target.exists():
            for number in range(count):
                place = target / "api" / f"g{number // 10}"
                place.mkdir(parents=True, exist_ok=True)
                name = {8: "[id]", 9: "[[rest]]"}.get(number % 10, f"n{number}")
                (place / f"{name}.py").write_text("", encoding="utf-8")
        return target

    def scan(self, folder: Path, state: Path) -> List[str]:
        """Return the command that scans a folder for this interpreter's version."""
        return self.java("scan", folder, state, sys.version_info[1])


def match_time(config: Path, rounds: int) -> float:
    """Return the least time of many matches: literals, parameters and catch-alls of one group of ten."""
    from pages_runtime.router import Router

    router = Router(json.loads(config.read_text(encoding="utf-8"))["tree"])
    paths = [f"/api/g0/n{number}" for number in range(8)] + ["/api/g0/42", "/api/g0/a/b/c"]
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        for _ in range(2000):
            for path in paths:
                assert router.match(path) is not None
        times.append(time.process_time() - begun)
    return min(times)


def is_ours(file: Path) -> bool:
    """Tell whether a file belongs to the standard library itself."""
    return "site-packages" not in file.parts and file.is_file()


def cpu(command: List[str]) -> float:
    """Run a command and return the CPU time that it and its children took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def classpath(folder: Path, offline: bool) -> str:
    """Compile the plugin and return what its classes need."""
    listed = folder / "classpath"
    goals = ["-Dspotless.check.skip", "compile", "dependency:build-classpath", f"-Dmdep.outputFile={listed}"]
    maven = shutil.which("mvn") or "mvn"
    subprocess.run([maven, "-q", *(["-o"] if offline else []), "-pl", PLUGIN.name, *goals], cwd=ROOT, check=True)
    return f"{PLUGIN / 'target/classes'}{os.pathsep}{listed.read_text(encoding='utf-8').strip()}"


def tell(what: str, ratio: float, limit: float = 0) -> None:
    """Print a ratio, and what was asked of it."""
    verdict = f"  (at most {limit:g}: {'yes' if ratio <= limit else 'NO'})" if limit else ""
    print(f"{ratio:8.2f}  {what}{verdict}", flush=True)


def main() -> None:
    """Run what was asked for."""
    names = ["reading", "cache", "growth", "table", "matching"]
    beside = sorted(Path(os.__file__).parents[3].glob("*/lib/python3.*"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", default=names, metavar="what", help=" ".join(names))
    parser.add_argument("--offline", action="store_true", help="let Maven work offline")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--libraries", nargs="*", default=beside or [Path(os.__file__).parent])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options)
        for name in options.what:
            getattr(bench, name)()


if __name__ == "__main__":
    main()
