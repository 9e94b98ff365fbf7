"""Serves a generated project with ``mvn pages:run``, checks its API and uses its page in Chromium.

    python3 run_test.py PROJECT handler|flask|fastapi|django SCREENSHOTS mvn [ARGUMENT ...]

Exit code: the number of faults; a missing browser is told and is none.
"""

from __future__ import annotations

import contextlib
import http.client
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Iterator, List

import api_test
import browser_test
import dashboard_test
import live_test

START_SECONDS = 180.0
STOP_SECONDS = 20.0


@contextlib.contextmanager
def running(project: Path, maven: List[str]) -> Iterator[str]:
    """Runs the server and gives its URL; afterwards it must end by itself when asked to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = project / "target" / "run.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*maven, "-B", f"-Dpages.run.port={port}", "pages:run"],
            cwd=project,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait(port, process, log)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise SystemExit(f"pages:run does not end: {log}") from None


def wait(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request("GET", "/")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    raise SystemExit(f"pages:run does not serve (exit code {process.poll()}):\n{log.read_text(errors='replace')[-4000:]}")


def says_what_it_serves(log: Path) -> int:
    """Whether the output has the routes and neither colours nor carriage returns."""
    text = log.read_text(encoding="utf-8", errors="replace")
    faults = [
        what
        for what, wrong in (
            ("the output does not name /api", "/api" not in text),
            ("the output has escapes or carriage returns", re.search("[\x1b\r]", text.replace("\x1b[0m", "")) is not None),
        )
        if wrong
    ]
    for fault in faults:
        print(fault)
    return len(faults)


def main(project: str, name: str, screenshots: str, *maven: str) -> int:
    folder = Path(project)
    (folder / "target").mkdir(exist_ok=True)
    with running(folder, list(maven)) as url:
        faults = api_test.check(url.split("/")[2], name)
        verdict = browser_test.main(url, screenshots)
        faults += 0 if verdict == browser_test.NO_BROWSER else verdict
        if name == "handler":
            faults += dashboard_test.check(url, folder, screenshots)
        if name == "fastapi":
            faults += live_test.check(url.split("/")[2], folder)
        faults += says_what_it_serves(folder / "target" / "run.log")
    return min(faults, 100)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
