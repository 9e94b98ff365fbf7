"""Measures the runtime against bare servers and the official runtime; prints ratios.

    python3 bench/runtime.py --packages DIR [--peer DIR] [--rounds 5] [what ...]

DIR of ``--packages`` is made by ``pip install --target DIR uvicorn httptools uvloop websockets flask
fastapi django gunicorn``. DIR of ``--peer`` holds one folder per project (handler, flask, fastapi,
django, mixed) with what ``edgeone pages build`` made of ``sources(project)``; without it those
columns stay empty. ``what`` is of: start, cpu, blocking, streams, fifty, match, memory; default all.
Needs Linux (/proc), and wrk for cpu and memory. Absolute times mean nothing; ratios within a run do.
"""

import argparse
import compileall
import http.client
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Callable, Dict, Iterator, List, NamedTuple, Optional

ROOT = Path(__file__).resolve().parent.parent / "pages-maven-plugin"
sys.path[:0] = [str(ROOT / "src/main/python"), str(ROOT / "src/test/python")]

import bundles  # noqa: E402

HANDLER = '''
import time
from http.server import BaseHTTPRequestHandler
class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.endswith("?block"):
            time.sleep(0.5)
        large = self.path.endswith("?large")
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        if not large:
            self.send_header("Content-Length", "5")
        self.end_headers()
        for _ in range(1600 if large else 0):
            self.wfile.write(bytes(65536))
        if not large:
            self.wfile.write(b"hello")
    def do_POST(self):
        left = int(self.headers["Content-Length"])
        while left:
            left -= len(self.rfile.read(min(left, 65536)))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()
'''
FLASK = '''
import time
from flask import Flask, Response, request
app = Flask(__name__)
@app.route("/", methods=["GET", "POST"])
def index():
    if request.method == "POST":
        while request.stream.read(65536):
            pass
        return ""
    if request.query_string == b"block":
        time.sleep(0.5)
    if request.query_string == b"large":
        return Response(bytes(65536) for _ in range(1600))
    return "hello"
'''
FASTAPI = '''
import asyncio, time
from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse
app = FastAPI()
@app.get("/")
async def index(request: Request):
    if request.url.query == "block":
        await asyncio.sleep(0.5)
    if request.url.query == "large":
        async def parts():
            for _ in range(1600):
                yield bytes(65536)
        return StreamingResponse(parts())
    return "hello"
@app.get("/sync")
def sync():
    time.sleep(0.5)
    return "hello"
@app.post("/")
async def upload(request: Request):
    async for _ in request.stream():
        pass
'''
DJANGO = '''
import time
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import path
def index(request):
    if request.method == "POST":
        while request.read(65536):
            pass
        return HttpResponse("")
    query = request.META["QUERY_STRING"]
    if query == "block":
        time.sleep(0.5)
    if query == "large":
        return StreamingHttpResponse(bytes(65536) for _ in range(1600))
    return HttpResponse("hello")
urlpatterns = [path("", index)]
if not settings.configured:
    settings.configure(SECRET_KEY="x", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], DEBUG=False)
app = application = get_wsgi_application()
'''
KINDS = {"handler": ("api/h.py", HANDLER, "handler"), "flask": ("api/fl.py", FLASK, "wsgi"),
         "fastapi": ("api/fa.py", FASTAPI, "asgi"), "django": ("api/dj.py", DJANGO, "wsgi")}
PROJECTS = [*KINDS, "mixed"]


def sources(project: str) -> Dict[str, str]:
    """Return the functions of a project; the mixed one has one of each kind."""
    return {file: text for kind, (file, text, _) in KINDS.items() if project in (kind, "mixed")}


def path_of(project: str) -> str:
    """Return the path that is asked for; the mixed project is asked for its FastAPI function."""
    return "/" + KINDS["fastapi" if project == "mixed" else project][0][: -len(".py")]


class Server(NamedTuple):
    """How to start a server; ``{port}`` in the command is replaced."""

    name: str
    command: List[str]
    folder: Path
    environ: Dict[str, str]
    path: str


class Running:
    """A started server; its start is measured from the spawn to the first 200."""

    def __init__(self, server: Server, path: Optional[str] = None) -> None:
        with socket.socket() as sock:
            sock.bind(("127.0.0.1", 0))
            self.port: int = sock.getsockname()[1]
        command = [part.replace("{port}", str(self.port)) for part in server.command]
        environ = {**os.environ, **server.environ, "PORT": str(self.port)}
        began = time.perf_counter()
        self.process = subprocess.Popen(
            command, cwd=str(server.folder), env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.path = path or server.path
        while not self._answers():
            if self.process.poll() is not None or time.perf_counter() - began > 30:
                raise SystemExit(f"{server.name} does not start: {' '.join(command)} in {server.folder}")
            time.sleep(0.002)
        self.started = time.perf_counter() - began

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(3)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.path}"

    def cpu(self) -> float:
        """Return the seconds of CPU that the process and its children have used."""
        total = 0
        for pid in self._processes():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / os.sysconf("SC_CLK_TCK")

    def memory(self, field: str = "VmRSS") -> float:
        """Return the resident megabytes; with VmHWM their peak."""
        total = 0
        for pid in self._processes():
            for line in Path(f"/proc/{pid}/status").read_text().splitlines():
                if line.startswith(field):
                    total += int(line.split()[1])
        return total / 1024

    def _processes(self) -> Iterator[int]:
        yield self.process.pid
        for task in Path(f"/proc/{self.process.pid}/task").iterdir():
            try:
                yield from map(int, (task / "children").read_text().split())
            except FileNotFoundError:
                continue

    def _answers(self) -> bool:
        try:
            return self.get().status == 200
        except (OSError, http.client.HTTPException):
            return False

    def get(self, path: Optional[str] = None) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path or self.path)
        response = connection.getresponse()
        response.read()
        connection.close()
        return response


def ours(folder: Path, packages: Path, project: str) -> Server:
    """Make a bundle of a project, compiled, and return its server."""
    modes = {file: mode for file, _, mode in KINDS.values() if file in sources(project)}
    target = folder / f"ours-{project}"
    lay_out(target, packages, sources(project), modes)
    return Server("ours", [sys.executable, "app.py"], target, {}, path_of(project))


def lay_out(target: Path, packages: Path, files: Dict[str, str], modes: Dict[str, str]) -> None:
    """Make a compiled bundle."""
    for file, text in files.items():
        (target / "functions" / file).parent.mkdir(parents=True, exist_ok=True)
        (target / "functions" / file).write_text(text)
    shutil.copytree(ROOT / "src/main/python/pages_runtime", target / "pages_runtime")
    shutil.copy(ROOT / "src/main/python/app.py", target)
    (target / "packages").symlink_to(packages) if set(modes.values()) != {"handler"} else (target / "packages").mkdir()
    bundles.write(target, modes)
    compileall.compile_dir(str(target / "functions"), quiet=1)
    compileall.compile_dir(str(target / "pages_runtime"), quiet=1)


def peer(folder: Optional[Path], project: str) -> Optional[Server]:
    """Return the official runtime's server of a project."""
    if folder is None:
        return None
    bundle = folder / project / ".edgeone" / "cloud-functions" / "api-python"
    return Server("official", [sys.executable, "-W", "ignore", "-u", "app.py"], bundle, {}, path_of(project))


def bare(folder: Path, packages: Path, project: str) -> Optional[Server]:
    """Return the server that people would use for a project of one kind."""
    if project not in KINDS:
        return None
    target = folder / f"bare-{project}"
    target.mkdir(exist_ok=True)
    (target / "bare_app.py").write_text(KINDS[project][1])
    compileall.compile_dir(str(target), quiet=1)
    environ = {"PYTHONPATH": f"{packages}{os.pathsep}{target}"}
    python = sys.executable
    if project == "handler":
        main = (
            "from http.server import ThreadingHTTPServer as S; import bare_app; h = bare_app.handler;"
            " h.protocol_version = 'HTTP/1.1'; h.wbufsize = -1; h.log_message = lambda *a: None;"
            " S(('127.0.0.1', {port}), h).serve_forever()"
        )
        return Server("ThreadingHTTPServer", [python, "-c", main], target, {"PYTHONPATH": str(target)}, "/")
    if project == "fastapi":
        code = "import uvicorn; uvicorn.run('bare_app:app', port={port}, access_log=False, log_level='critical')"
        return Server("uvicorn", [python, "-c", code], target, environ, "/")
    symbol = "app" if project == "flask" else "application"
    command = [python, "-m", "gunicorn", "--threads", "16", "-b", "127.0.0.1:{port}", f"bare_app:{symbol}"]
    return Server("gunicorn", command, target, environ, "/")


class Bench:
    """The measurements, and the servers that they share."""

    def __init__(self, folder: Path, packages: Path, peers: Optional[Path], rounds: int) -> None:
        self.folder, self.packages, self.rounds = folder, packages, rounds
        self.servers = {
            project: [
                s for s in (ours(folder, packages, project), peer(peers, project), bare(folder, packages, project)) if s
            ]
            for project in PROJECTS
        }

    def start(self) -> None:
        """Cold start: spawn to the first 200."""
        for project, servers in self.servers.items():
            times: Dict[str, List[float]] = {server.name: [] for server in servers}
            for _ in range(self.rounds):
                for server in servers:
                    with Running(server) as running:
                        times[server.name].append(running.started)
            show("cold start", project, {name: statistics.median(t) for name, t in times.items()}, "s")

    def cpu(self) -> None:
        """CPU per request at 32 connections."""
        for project, servers in self.servers.items():
            if project == "mixed":
                continue
            found: Dict[str, List[float]] = {server.name: [] for server in servers}
            for _ in range(max(1, self.rounds // 2)):
                for server in servers:
                    with Running(server) as running:
                        wrk(running.url, 1)
                        before = running.cpu()
                        requests = wrk(running.url, 2)
                        found[server.name].append((running.cpu() - before) / max(1, requests) * 1e6)
            show("CPU per request", project, {name: statistics.median(t) for name, t in found.items()}, "us")

    def memory(self) -> None:
        """Resident memory after load."""
        for project, servers in self.servers.items():
            found = {}
            for server in servers:
                with Running(server) as running:
                    wrk(running.url, 1)
                    found[server.name] = running.memory()
            show("memory", project, found, "MB")

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
        """100 MB down and 50 MB up: growth of memory, time to the first byte."""
        for front, project in (("own front", "handler"), ("uvicorn", "mixed")):
            for kind in KINDS if project == "mixed" else ["handler"]:
                with Running(self.servers[project][0], path_of(kind)) as running:
                    for name, action in (("100 MB down", download), ("50 MB up", upload)):
                        before = running.memory()
                        first = action(running)
                        growth = running.memory("VmHWM") - before
                        print(f"{name:18} {front:10} {kind:10} grows by {growth:5.1f} MB, first byte {first * 1000:.0f} ms")

    def fifty(self) -> None:
        """50 functions of all kinds, one handler called: CPU to the first byte."""
        files, modes = {}, {}
        for number in range(50):
            kind = ("flask", "fastapi", "handler", "handler", "handler")[number % 5]
            files[f"api/f{number}.py"], modes[f"api/f{number}.py"] = KINDS[kind][1], KINDS[kind][2]
        target = self.folder / "ours-fifty"
        lay_out(target, self.packages, files, modes)
        found = {}
        with Running(Server("ours", [sys.executable, "app.py"], target, {}, "/api/f2")) as running:
            found["ours"] = running.cpu()
        for server in self.servers["mixed"]:
            if server.name == "official":
                with Running(peer_of_fifty(server, self.folder, files)) as running:
                    found["official"] = running.cpu()
        show("50 functions", "CPU to 200", found, "s")

    def match(self) -> None:
        """Matching with 10 and with 5,000 routes."""
        from pages_runtime.router import Router

        found = {}
        for size in (10, 5000):
            modes = {f"api/a{n}/b{n}.py": "handler" for n in range(size * 7 // 10)}
            modes.update({f"api/p{n}/[id].py": "handler" for n in range(size * 2 // 10)})
            modes.update({f"api/c{n}/[[all]].py": "handler" for n in range(size // 10)})
            router = Router(bundles.tree_of(modes))
            asked = ["/" + f[:-3].replace("[[all]]", "x/y").replace("[id]", "42") for f in modes]
            asked = (asked * (5000 // len(asked) + 1))[:5000]
            times = []
            for _ in range(self.rounds):
                began = time.process_time()
                for path in asked:
                    router.match(path)
                times.append(time.process_time() - began)
            found[f"{size} routes"] = min(times) / len(asked) * 1e6
        show("matching", "", found, "us")


def peer_of_fifty(server: Server, folder: Path, files: Dict[str, str]) -> Server:
    """Return the official runtime for other functions: its own app.py with another route list."""
    import json

    target = folder / "official-fifty"
    shutil.copytree(server.folder, target, symlinks=True)
    routes = []
    for file, text in files.items():
        (target / file).parent.mkdir(parents=True, exist_ok=True)
        (target / file).write_text(text)
        route, framework = "/" + file[:-3], "class handler" not in text
        methods = [] if framework else ["GET", "POST"]
        routes.append({"src": f"^{route}(?:/.*)?$", "path": route, "file": file, "method": methods, "isFramework": framework})
    (target / "config.json").write_text(json.dumps({"routes": routes}))
    return server._replace(folder=target, path="/api/f2")


def wrk(url: str, seconds: int) -> int:
    """Load a URL with 32 connections; return the number of completed requests."""
    output = subprocess.run(
        ["wrk", "-t1", "-c32", f"-d{seconds}s", url], check=True, stdout=subprocess.PIPE, universal_newlines=True
    ).stdout
    if "Non-2xx" in output:
        raise SystemExit(f"{url} does not answer 200: {output}")
    return int(next(line for line in output.splitlines() if "requests in" in line).split()[0])


def download(running: Running) -> float:
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
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=60)
    began = time.perf_counter()
    body: Callable[[], Iterator[bytes]] = lambda: (bytes(65536) for _ in range(800))  # noqa: E731
    connection.request("POST", running.path, body(), {"Content-Length": str(800 * 65536)})
    connection.getresponse().read()
    return time.perf_counter() - began


def show(what: str, project: str, values: Dict[str, float], unit: str) -> None:
    """Print values, and the ratio of the first to each other."""
    first = next(iter(values.values()))
    parts = [f"{name} {value:.3f} {unit}" for name, value in values.items()]
    ratios = [f"{first / value:.2f} of {name}" for name, value in list(values.items())[1:] if value]
    print(f"{what:18} {project:10} {'; '.join(ratios):52} ({', '.join(parts)})", flush=True)


def main() -> None:
    names = ["start", "cpu", "blocking", "streams", "fifty", "match", "memory"]
    parser = argparse.ArgumentParser(description="Measures the runtime; see the top of this file.")
    parser.add_argument("what", nargs="*", choices=[[], *names], default=[])
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--peer", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pages-bench-") as folder:
        packages = options.packages.resolve()
        bench = Bench(Path(folder), packages, options.peer and options.peer.resolve(), options.rounds)
        for name in options.what or names:
            getattr(bench, name)()


if __name__ == "__main__":
    main()
