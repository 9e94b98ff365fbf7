"""Measures the runtime against bare servers and the official runtime; prints ratios.

    python3 bench/runtime.py --packages DIR [--peer DIR] [--bundles DIR] [--rounds 5] [what ...]

DIR of ``--packages`` is made by ``pip install --target DIR uvicorn httptools uvloop websockets flask
fastapi django gunicorn``. DIR of ``--peer`` holds one folder per project (handler, flask, fastapi,
django, mixed) with what ``edgeone pages build`` made of ``sources(project)``; without it those
columns stay empty. DIR of ``--bundles`` holds one folder per project with the unpacked zip that the
plugin made of them; without it bundles are laid out here, and all of their modules are compiled. ``what`` is of: start, floor, cpu, blocking, streams, fifty, match, memory; default all.
``--project`` (may be repeated) and ``--against`` choose a part.
Ours and the bare servers have the bytecode that a build and pip make; the official bundle comes without
any (its build deletes it) and writes none, so that each of its starts is like the first on a new machine.
Needs Linux (/proc), and wrk for cpu and memory. Absolute times mean nothing; ratios within a run do.
"""

import argparse
import http.client
import statistics
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import Callable, Dict, Iterator, List

from runtime_projects import KINDS, PROJECTS, path_of
from runtime_servers import PYTHON, Running, Server, bare, bundles, import_alone, lay_out, ours, packaged, peer, peer_of_fifty


class Bench:
    """The measurements, and the servers that they share."""

    def __init__(self, folder: Path, options: argparse.Namespace) -> None:
        self.folder, self.packages, self.rounds = folder, options.packages.resolve(), options.rounds
        peers, made = options.peer and options.peer.resolve(), options.bundles and options.bundles.resolve()
        projects = options.project or PROJECTS
        self.servers = {
            project: [
                s
                for s in (
                    packaged(made, project) if made else ours(folder, self.packages, project),
                    peer(peers, project),
                    bare(folder, self.packages, project),
                )
                if s and (not options.against or s.name in ("ours", options.against))
            ]
            for project in dict.fromkeys([*projects, "mixed"])
        }
        self.projects = projects

    def start(self) -> None:
        """Cold start: spawn to the first 200."""
        for project in self.projects:
            self._compare("cold start", project, "s", lambda running: running.started)

    def floor(self) -> None:
        """What no server can beat: an interpreter that imports the function alone, against the official start."""
        for project in self.projects:
            values: Dict[str, List[float]] = {"import alone": [], "official": []}
            for official in [server for server in self.servers[project] if server.name == "official"]:
                for _ in range(self.rounds):
                    values["import alone"].append(import_alone(self.servers[project][0]))
                    with Running(official) as running:
                        values["official"].append(running.started)
                show("cold start, floor", project, values, "s")

    def cpu(self) -> None:
        """CPU per request at 32 connections."""
        for project in self.projects:
            if project != "mixed":
                self._compare("CPU per request", project, "us", cpu_per_request)

    def memory(self) -> None:
        """Resident memory: at the first answer, and after load."""
        for project in self.projects:
            self._compare("memory, first", project, "MB", Running.memory)
            self._compare("memory, loaded", project, "MB", memory_after_load)

    def _compare(self, what: str, project: str, unit: str, measured: Callable[[Running], float]) -> None:
        """Measure all servers of a project in turn, in rounds, and show the medians."""
        values: Dict[str, List[float]] = {server.name: [] for server in self.servers[project]}
        for _ in range(self.rounds):
            for server in self.servers[project]:
                with Running(server) as running:
                    values[server.name].append(measured(running))
        show(what, project, values, unit)

    def blocking(self) -> None:
        """Ten parallel calls that block half a second, of each kind and of all kinds."""
        server = self.servers["mixed"][0]
        paths = [path_of(kind) + "?block" for kind in KINDS] + [path_of("fastapi") + "/sync"]
        with Running(server) as running:
            for path in paths:
                running.get(path.replace("?block", ""))
            for name, chosen in [*((p, [p] * 10) for p in paths), ("all kinds", paths * 2)]:
                began = time.perf_counter()
                threads = [threading.Thread(target=running.get, args=(path,)) for path in chosen]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                print(f"10 blocking calls  {name:22} {(time.perf_counter() - began) / 0.5:.2f} of one call")

    def streams(self) -> None:
        """100 MB down and 50 MB up: growth of memory, time to the first byte.

        Each twice: with the first one a framework imports what it streams with, and keeps it.
        """
        for front, project in (("own front", "handler"), ("uvicorn", "mixed")):
            for kind in KINDS if project == "mixed" else ["handler"]:
                with Running(self.servers[project][0], path_of(kind)) as running:
                    for name, action in (("100 MB down", download), ("50 MB up", upload)):
                        for turn in ("first", "again"):
                            before = running.memory()
                            first = action(running)
                            growth = running.memory("VmHWM") - before
                            print(
                                f"{name:12} {turn} {front:10} {kind:10} grows by {growth:5.1f} MB,"
                                f" first byte {first * 1000:.0f} ms"
                            )

    def fifty(self) -> None:
        """50 functions of all kinds, one handler called: CPU to the first byte."""
        files, modes = {}, {}
        for number in range(50):
            kind = ("flask", "fastapi", "handler", "handler", "handler")[number % 5]
            files[f"api/f{number}.py"], modes[f"api/f{number}.py"] = KINDS[kind][1], KINDS[kind][2]
        target = self.folder / "ours-fifty"
        lay_out(target, self.packages, files, modes)
        self.servers["fifty"] = [Server("ours", [*PYTHON, "app.py"], target, {}, "/api/f2")]
        for server in self.servers["mixed"]:
            if server.name == "official":
                self.servers["fifty"].append(peer_of_fifty(server, self.folder, files))
        self._compare("50 functions, CPU", "fifty", "s", Running.cpu)

    def match(self) -> None:
        """Matching with 10 and with 5,000 routes."""
        from pages_runtime.router import Router

        found: Dict[str, List[float]] = {}
        for size in (5000, 10):
            modes = {f"api/a{n}/b{n}.py": "handler" for n in range(size * 7 // 10)}
            modes.update({f"api/p{n}/[id].py": "handler" for n in range(size * 2 // 10)})
            modes.update({f"api/c{n}/[[all]].py": "handler" for n in range(size // 10)})
            router = Router(bundles.tree_of(modes))
            asked = ["/" + f[:-3].replace("[[all]]", "x/y").replace("[id]", "42") for f in modes]
            asked = (asked * (5000 // len(asked) + 1))[:5000]
            times = found[f"{size} routes"] = []
            for _ in range(self.rounds):
                began = time.process_time()
                for path in asked:
                    router.match(path)
                times.append((time.process_time() - began) / len(asked) * 1e6)
        show("matching", "", found, "us")


def wrk(url: str, seconds: int) -> int:
    """Load a URL with 32 connections; return the number of completed requests."""
    output = subprocess.run(
        ["wrk", "-t1", "-c32", f"-d{seconds}s", url], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    if "Non-2xx" in output:
        raise SystemExit(f"{url} does not answer 200: {output}")
    return int(next(line for line in output.splitlines() if "requests in" in line).split()[0])


def download(running: Running) -> float:
    """Receive 100 MB; return the seconds to the first byte."""
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=60)
    began = time.perf_counter()
    connection.request("GET", running.path + "?large")
    response = connection.getresponse()
    response.read(1)
    first = time.perf_counter() - began
    size = 1
    while True:
        data = response.read(1 << 20)
        if not data:
            break
        size += len(data)
    if size != 1600 * 65536:
        raise SystemExit(f"{size} bytes of {running.path}")
    return first


def upload(running: Running) -> float:
    """Send 50 MB; return the seconds to the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=60)
    began = time.perf_counter()
    body: Callable[[], Iterator[bytes]] = lambda: (bytes(65536) for _ in range(800))  # noqa: E731
    connection.request("POST", running.path, body(), {"Content-Length": str(800 * 65536)})
    connection.getresponse().read()
    return time.perf_counter() - began


def cpu_per_request(running: Running) -> float:
    """Return the microseconds of CPU that a request takes at 32 connections."""
    wrk(running.url, 1)
    before = running.cpu()
    requests = wrk(running.url, 2)
    return (running.cpu() - before) / max(1, requests) * 1e6


def memory_after_load(running: Running) -> float:
    """Return the resident megabytes after a second of load."""
    wrk(running.url, 1)
    return running.memory()


def show(what: str, project: str, values: Dict[str, List[float]], unit: str) -> None:
    """Print medians, and the median of the rounds' ratios of the first to each other."""
    names = [name for name in values if values[name]]
    parts = [f"{name} {statistics.median(values[name]):.3f} {unit}" for name in names]
    ratios = []
    for name in names[1:]:
        rounds = [ours / theirs for ours, theirs in zip(values[names[0]], values[name])]
        spread = f"{min(rounds):.2f} to {max(rounds):.2f}"
        ratios.append(f"{statistics.median(rounds):.2f} of {name} ({spread})")
    print(f"{what:18} {project:10} {'; '.join(ratios)}  [{', '.join(parts)}]", flush=True)


def main() -> None:
    """Measure what the command line asks for."""
    names = ["start", "floor", "cpu", "blocking", "streams", "fifty", "match", "memory"]
    parser = argparse.ArgumentParser(description="Measures the runtime; see the top of this file.")
    parser.add_argument("what", nargs="*", choices=[[], *names], default=[])
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--peer", type=Path)
    parser.add_argument("--bundles", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--project", action="append", choices=PROJECTS)
    parser.add_argument("--against", help="only this server beside ours, by its name in the output")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pages-bench-") as folder:
        bench = Bench(Path(folder), options)
        for name in options.what or names:
            getattr(bench, name)()


if __name__ == "__main__":
    main()
