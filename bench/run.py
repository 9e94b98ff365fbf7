"""Measures a save until its answer, beside the frameworks' own servers; prints ratios.

    python3 bench/run.py [--offline] [--saves 20] [--reload FORK] [--edgeone TOOL] [what ...]

``what`` is of: flask, fastapi, django, handler, and edgeone where its tool is named; default all. Needs a JDK, Maven,
and pip that can install Flask, FastAPI, Django, uvicorn and watchfiles for this interpreter.
Each save replaces the file; a client asks every 4 ms, after a while less often, until the new answer comes. Refused,
failed and stale answers (the old one to a request that was sent after the save) are counted. Both servers of a ratio
run at the same time, and are saved in turn, after pauses of one to two seconds by a fixed sequence of random numbers:
some servers look once in a second, and a fixed rhythm would always meet them at the same moment of it.
``--edgeone`` names the official tool, which serves the same Flask function. It needs its account's server, or one that
answers in its place, and pip; this interpreter comes first on its PATH.
"""

import argparse
import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional

from scan import ROOT, classpath, tell

HANDLER = """
from http.server import BaseHTTPRequestHandler
class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        body = b"VALUE"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
"""
FLASK = """
from flask import Flask
app = Flask(__name__)
@app.route("/")
def home():
    return "VALUE"
"""
FASTAPI = """
from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
app = FastAPI()
@app.get("/", response_class=PlainTextResponse)
async def home():
    return "VALUE"
"""
DJANGO = """
import sys
from django.conf import settings
settings.configured or settings.configure(
    DEBUG=True, SECRET_KEY="x", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"],
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"])
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path
def home(request):
    return HttpResponse("VALUE")
urlpatterns = [path("", home)]
app = get_wsgi_application()
if __name__ == "__main__":
    from django.core.management import execute_from_command_line
    execute_from_command_line(sys.argv)
"""
SOURCES = {"handler": HANDLER, "flask": FLASK, "fastapi": FASTAPI, "django": DJANGO}
PATIENCE = 60.0
"""Seconds after which a save counts as missed; it is then counted with this time."""

COARSENESS = 0.01
"""How much of its time a slow server is asked less often by, so that asking does not slow it down more."""

LIMITS = {"flask": 0.10, "fastapi": 0.08, "django": 0.20, "handler": 3.0, "edgeone": 0.03}


class Counts(NamedTuple):
    """What came back until the new answer did."""

    millis: float
    stale: int
    failed: int


def save(file: Path, text: str) -> None:
    """Replace a file as editors do."""
    other = file.with_name("." + file.name + "~")
    other.write_text(text, encoding="utf-8")
    os.replace(other, file)


def ask(port: int, path: str) -> Optional[str]:
    """Return the body of one request; None when it was refused or failed."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read().decode()
        return body if response.status == 200 else None
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def measure(file: Path, text: str, value: str, port: int, path: str) -> Counts:
    """Save, then ask until the new value comes."""
    save(file, text.replace("VALUE", value))
    start = time.monotonic()
    stale = failed = 0
    while time.monotonic() - start < PATIENCE:
        body = ask(port, path)
        if body == value:
            return Counts((time.monotonic() - start) * 1000, stale, failed)
        stale += body is not None
        failed += body is None
        time.sleep(max(0.004, COARSENESS * (time.monotonic() - start)))
    return Counts(PATIENCE * 1000, stale, failed)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def peer(kind: str, port: int, official: str) -> List[str]:
    """Return the command of the framework's own reloading server."""
    if kind == "flask":
        return [sys.executable, "-m", "flask", "--app", "peer_flask", "run", "--debug", "--port", str(port)]
    if kind == "edgeone":
        return [official, "pages", "dev", "-t", "none", "--skip-env-sync", "--port", str(port)]
    if kind == "fastapi":
        return [sys.executable, "-m", "uvicorn", "peer_fastapi:app", "--reload", "--port", str(port)]
    return [sys.executable, "peer_django.py", "runserver", f"127.0.0.1:{port}"]


def surroundings(kind: str, packages: Path) -> Dict[str, str]:
    """Return the environment of the peer; the official tool brings its own packages."""
    if kind == "edgeone":
        return dict(os.environ, PATH=os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"])
    return dict(os.environ, PYTHONPATH=str(packages), PYTHONDONTWRITEBYTECODE="1")


def edgeone_project(folder: Path) -> Path:
    """Write a project for the official tool, which refuses functions called as a library is; return its function."""
    project = folder / "edgeone"
    function = project / "cloud-functions/web/index.py"
    function.parent.mkdir(parents=True)
    (project / "public").mkdir()
    (project / "edgeone.json").write_text('{"outputDirectory": "./public"}')
    (project / "cloud-functions/requirements.txt").write_text("flask\n")
    return function


def wait(port: int, path: str) -> None:
    """Wait until a server answers."""
    end = time.monotonic() + 300
    while ask(port, path) is None:
        if time.monotonic() > end:
            raise SystemExit(f"no answer on port {port} within five minutes")
        time.sleep(0.05)


def bare() -> float:
    """Return the median milliseconds of an interpreter that does nothing."""
    times = []
    for _ in range(9):
        start = time.monotonic()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        times.append((time.monotonic() - start) * 1000)
    return statistics.median(times)


def compare(kind: str, folder: Path, ours: int, packages: Path, saves: int, edgeone: str) -> None:
    """Save the same function on both servers in turn; print the ratio of the medians."""
    function = "flask" if kind == "edgeone" else kind
    text = SOURCES[function]
    own_file = folder / "cloud-functions" / function / "index.py"
    path = "/" + function
    if kind == "handler":
        mine = [measure(own_file, text, f"s{i}", ours, path) for i in range(saves)]
        told = statistics.median(m.millis for m in mine)
        tell(f"handler: save to answer ({told:.0f} ms) / (python -c pass + 40 ms)", told / (bare() + 40), LIMITS[kind])
        tell("handler: stale and failed", sum(m.stale + m.failed for m in mine))
        return
    official = kind == "edgeone"
    file = edgeone_project(folder) if official else folder / f"peer_{kind}.py"
    there = "/web" if official else "/"
    save(file, text.replace("VALUE", "first"))
    port = free_port()
    process = subprocess.Popen(
        peer(kind, port, edgeone),
        cwd=folder / "edgeone" if official else folder,
        env=surroundings(kind, packages),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait(port, there)
        wait(ours, path)
        mine, theirs, pauses = [], [], random.Random(1)
        for i in range(saves):
            mine.append(measure(own_file, text, f"s{i}", ours, path))
            time.sleep(pauses.uniform(1, 2))
            theirs.append(measure(file, text, f"s{i}", port, there))
            time.sleep(pauses.uniform(1, 2))
    finally:
        os.killpg(process.pid, 9)
        process.wait()
    own, other = (statistics.median(m.millis for m in some) for some in (mine, theirs))
    tell(f"{kind}: save to answer {own:.0f} ms / {other:.0f} ms of its own server", own / other, LIMITS[kind])
    tell(f"{kind}: stale and failed of ours", sum(m.stale + m.failed for m in mine))
    tell(f"{kind}: stale and failed of its own server", sum(m.stale + m.failed for m in theirs))


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", help=" ".join(LIMITS))
    parser.add_argument("--offline", action="store_true", help="let Maven work offline")
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--reload", default="FORK", help="FORK, SPARE or RESTART")
    parser.add_argument("--edgeone", default="", help="the official tool's program")
    parser.add_argument("--classpath", default="", help="the plugin's classes and what they need, when known")
    options = parser.parse_args()
    if "edgeone" in options.what and not options.edgeone:
        parser.error("edgeone needs --edgeone TOOL")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind, text in SOURCES.items():
            file = folder / "cloud-functions" / kind / "index.py"
            file.parent.mkdir(parents=True)
            save(file, text.replace("VALUE", "first"))
        packages = folder / "packages"
        pip = [sys.executable, "-m", "pip", "install", "-q", "--target", str(packages)]
        subprocess.run([*pip, "flask", "fastapi", "uvicorn", "watchfiles", "django"], check=True)
        needed = options.classpath or classpath(folder, options.offline)
        classes = f"{folder / 'classes'}{os.pathsep}{needed}"
        source = str(ROOT / "bench/RunBench.java")
        subprocess.run(["javac", "-d", str(folder / "classes"), "-cp", classes, source], check=True)
        arguments = [str(folder), str(sys.version_info[1]), options.reload]
        command = ["java", "-cp", classes, "RunBench", *arguments]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                port = int(server.stdout.readline())
                for kind in options.what or [*SOURCES, *["edgeone"] * bool(options.edgeone)]:
                    compare(kind, folder, port, packages, options.saves, options.edgeone)
            finally:
                server.kill()


if __name__ == "__main__":
    main()
