"""Checks every row of an archetype's API table over HTTP.

    python3 api_test.py URL handler|flask|fastapi|django
    python3 api_test.py FILE.zip handler|flask|fastapi|django

A zip is unpacked into a temporary folder, served by its own app.py with this interpreter, and the server ended.
The exit code is the number of rows that failed, at most 100.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Iterator
from urllib.parse import urlsplit

from api_rows import ROWS, Row

START_SECONDS = 30.0


def request(address: str, row: Row) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(address, timeout=20)
    try:
        body, headers = row.body, {}
        if body is not None:
            headers["Content-Type"] = row.content_type
            if isinstance(body, tuple):
                body = iter(body)
            elif not isinstance(body, bytes):
                body = json.dumps(body).encode()
        connection.request(row.method, row.path, body, headers)
        response = connection.getresponse()
        return response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()
    finally:
        connection.close()


def fault(address: str, name: str, row: Row) -> str | None:
    """What is wrong with the answer, or None."""
    status, headers, content = request(address, row)
    if status not in row.status:
        return f"status {status}, not {row.status}: {content[:200]!r}"
    if name == "handler" and status < 400 and row.method != "OPTIONS" and headers.get("x-powered-by") != "Python Cloud Function":
        return "no X-Powered-By"
    if not content or status in (204, 404, 405):
        return None
    if not headers.get("content-type", "").startswith("application/json"):
        return f"Content-Type {headers.get('content-type')}"
    try:
        return None if row.holds(json.loads(content)) else f"answer {content[:300]!r}"
    except (KeyError, TypeError, ValueError) as error:
        return f"{error!r} in {content[:300]!r}"


def stream_fault(address: str) -> str | None:
    """Whether the pieces of /api/stream arrive one after another."""
    connection = http.client.HTTPConnection(address, timeout=20)
    try:
        connection.request("GET", "/api/stream")
        response = connection.getresponse()
        first = response.readline()
        half = time.monotonic()
        rest = response.read()
        if time.monotonic() - half < 0.5:
            return "the pieces came at once"
        lines = (first + rest).decode().splitlines()
        return None if lines == [f"piece {n} of 5" for n in range(1, 6)] else f"answer {lines}"
    finally:
        connection.close()


@contextlib.contextmanager
def serving(zip_file: Path) -> Iterator[str]:
    """Unpacks and serves a zip; gives its address."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(zip_file) as archive:
            archive.extractall(folder)
        [entry] = Path(folder).glob("*/.edgeone/cloud-functions/api-python/app.py")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        log = Path(folder, "log")
        with log.open("wb") as errors:
            process = subprocess.Popen(
                [sys.executable, "-I", str(entry)],
                env={**environment, "PORT": str(port)},
                cwd=folder,
                stderr=errors,
            )
        try:
            wait(port, process)
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)
            lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
            print("\n".join(line for line in lines if not line.startswith("Pages re")))


def wait(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.05)
    raise SystemExit(f"app.py does not listen (exit code {process.poll()})")


def check(address: str, name: str) -> int:
    rows = ROWS[name]()
    faults = [(f"{row.method} {row.path}", fault(address, name, row)) for row in rows]
    if name == "handler":
        faults.append(("GET /api/stream", stream_fault(address)))
    failed = [(what, why) for what, why in faults if why]
    for what, why in failed:
        print(f"{what}: {why}")
    print(f"{name}: {len(faults)} rows, {len(failed)} failed")
    return min(len(failed), 100)


def main(target: str, name: str) -> int:
    if target.endswith(".zip"):
        with serving(Path(target)) as address:
            return check(address, name)
    return check(urlsplit(target).netloc, name)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
