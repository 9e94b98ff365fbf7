"""Measures how soon pages:run serves, and what its front adds to a request.

    python3 bench/start.py PROJECT [--path /hello] [--rounds 10] [--maven mvn] [-- MAVEN ARGUMENT ...]

PROJECT is a generated project whose goals have run before, so that nothing has to be installed. ``--path`` is one of
its functions. Linux only: the worker's own port is looked up in /proc.

start: from the start of Maven to the first answer of the function, less ``mvn -q validate`` of the same project.
front: the same request over one kept connection to the front and to the worker behind it, in turn; medians of 2,000
requests from the first one on, while the JVM compiles. The same for the 4,000 after them is told as well.
"""

import argparse
import contextlib
import http.client
import os
import re
import signal
import statistics
import subprocess
import time
from pathlib import Path
from typing import Dict, Iterator, List, Set

from run import ask, free_port
from scan import tell

FIRST = 2000
REQUESTS = 6000
LIMIT_START = 1.5
LIMIT_FRONT = 0.5


def answers(port: int, path: str) -> bool:
    """Whether the function answers."""
    return ask(port, path) is not None


@contextlib.contextmanager
def serving(maven: List[str], project: Path, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """Run pages:run; end it afterwards."""
    command = [*maven, "-B", f"-Dpages.run.port={port}", "pages:run"]
    process = subprocess.Popen(
        command, cwd=project, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def ready(maven: List[str], project: Path, path: str) -> float:
    """Return the seconds from the start of Maven to the first answer."""
    port, start = free_port(), time.monotonic()
    with serving(maven, project, port) as process:
        while not answers(port, path):
            if process.poll() is not None or time.monotonic() - start > 120:
                raise SystemExit("no answer within two minutes, or pages:run has ended")
            time.sleep(0.01)
        return time.monotonic() - start


def validate(maven: List[str], project: Path) -> float:
    """Return the seconds of mvn validate."""
    start = time.monotonic()
    subprocess.run([*maven, "-q", "-B", "validate"], cwd=project, check=True)
    return time.monotonic() - start


def descendants(pid: int) -> Set[int]:
    """Return the numbers of a process and of all below it."""
    parents: Dict[int, List[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents.setdefault(int(stat.read_text().rsplit(")", 1)[1].split()[1]), []).append(int(stat.parent.name))
    found, waiting = set(), [pid]
    while waiting:
        found.add(waiting[-1])
        waiting.extend(parents.get(waiting.pop(), []))
    return found


def worker_port(pid: int, front: int, path: str) -> int:
    """Return the port of the worker below a Maven process: the next one listens as well, but does not answer yet."""
    sockets, ports = set(), []
    for process in descendants(pid):
        for descriptor in Path(f"/proc/{process}/fd").glob("*"):
            with contextlib.suppress(OSError):
                sockets.update(re.findall(r"socket:\[(\d+)\]", os.readlink(descriptor)))
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        fields = line.split()
        port = int(fields[1].split(":")[1], 16)
        if fields[3] == "0A" and fields[9] in sockets and port != front:
            ports.append(port)
    for port in ports:
        with contextlib.suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", path)
            connection.getresponse().read()
            return port
    raise SystemExit("no worker answers")


def latencies(path: str, ports: List[int]) -> List[List[float]]:
    """Return the milliseconds of each request to each port, asked in turn."""
    connections = [http.client.HTTPConnection("127.0.0.1", port) for port in ports]
    times: List[List[float]] = [[] for _ in ports]
    for _ in range(REQUESTS):
        for taken, connection in zip(times, connections):
            start = time.perf_counter()
            connection.request("GET", path)
            connection.getresponse().read()
            taken.append((time.perf_counter() - start) * 1000)
    return times


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("project", type=Path)
    parser.add_argument("--path", default="/hello")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--maven", default="mvn")
    parser.add_argument("arguments", nargs="*", help="for Maven")
    options = parser.parse_intermixed_args()
    maven = [options.maven, *options.arguments]
    ready(maven, options.project, options.path)
    starts, bare = [], []
    for _ in range(options.rounds):
        bare.append(validate(maven, options.project))
        starts.append(ready(maven, options.project, options.path))
    above = statistics.median(starts) - statistics.median(bare)
    tell(f"seconds to the first answer above mvn validate ({statistics.median(bare):.2f} s)", above, LIMIT_START)
    port = free_port()
    with serving(maven, options.project, port) as process:
        while not answers(port, options.path):
            if process.poll() is not None:
                raise SystemExit(f"pages:run has ended with {process.returncode}")
            time.sleep(0.05)
        front, direct = latencies(options.path, [port, worker_port(process.pid, port, options.path)])
    early, late = (
        [statistics.median(times[part]) for times in (front, direct)] for part in (slice(FIRST), slice(FIRST, None))
    )
    first = f"milliseconds that the front adds to {early[1]:.2f} ms, from its first request on"
    tell(first, early[0] - early[1], LIMIT_FRONT)
    tell(f"milliseconds that the front adds to {late[1]:.2f} ms, later", late[0] - late[1])


if __name__ == "__main__":
    main()
