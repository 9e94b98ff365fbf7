"""Starts the servers that are compared: the bundle, the official runtime, and the bare servers."""

import compileall
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Optional

from runtime_projects import KINDS, path_of, sources

ROOT = Path(__file__).resolve().parent.parent / "pages-maven-plugin"
sys.path[:0] = [str(ROOT / "src/main/python"), str(ROOT / "src/test/python")]

import bundles  # noqa: E402

PYTHON = [sys.executable, "-S"]
"""Without ``site``: what it imports is this machine's, takes longer than a small server, and is none of their doing."""


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
            self.process.wait(5)
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


def import_alone(server: Server) -> float:
    """Return the seconds that an interpreter takes to import the function of a bundle of ours, and nothing else."""
    name = server.path.strip("/").replace("/", ".")
    code = f"import os, sys; sys.path[:0] = ['packages', 'functions']; import {name}; os._exit(0)"
    began = time.perf_counter()
    subprocess.run([*PYTHON, "-c", code], cwd=str(server.folder), check=True)
    return time.perf_counter() - began


def ours(folder: Path, packages: Path, project: str) -> Server:
    """Make a bundle of a project, compiled, and return its server."""
    modes = {file: mode for file, _, mode in KINDS.values() if file in sources(project)}
    target = folder / f"ours-{project}"
    lay_out(target, packages, sources(project), modes)
    return Server("ours", [*PYTHON, "app.py"], target, {}, path_of(project))


def packaged(bundles: Path, project: str) -> Server:
    """Return the server of a bundle that the plugin has made, unpacked, with the bytecode that it has and no more."""
    (app,) = (bundles / project).glob("*/.edgeone/cloud-functions/api-python/app.py")
    return Server("ours", [*PYTHON, "app.py"], app.parent, {"PYTHONDONTWRITEBYTECODE": "1"}, path_of(project))


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
    """Return the official runtime's server of a project, started as the platform does."""
    if folder is None:
        return None
    bundle = folder / project / ".edgeone" / "cloud-functions" / "api-python"
    if any(bundle.rglob("*.pyc")):
        raise SystemExit(f"{bundle} holds bytecode, which is not what was built: each start shall be a first one")
    environ = {"PYTHONDONTWRITEBYTECODE": "1"}
    return Server("official", [*PYTHON, "-W", "ignore", "-u", "app.py"], bundle, environ, path_of(project))


def bare(folder: Path, packages: Path, project: str) -> Optional[Server]:
    """Return the server that people would use for a project of one kind."""
    if project not in KINDS:
        return None
    target = folder / f"bare-{project}"
    target.mkdir(exist_ok=True)
    (target / "bare_app.py").write_text(KINDS[project][1])
    compileall.compile_dir(str(target), quiet=1)
    environ = {"PYTHONPATH": f"{packages}{os.pathsep}{target}"}
    if project == "handler":
        main = (
            "from http.server import ThreadingHTTPServer as S; import bare_app; h = bare_app.handler;"
            " h.protocol_version = 'HTTP/1.1'; h.wbufsize = -1; h.log_message = lambda *a: None;"
            " S(('127.0.0.1', {port}), h).serve_forever()"
        )
        return Server("ThreadingHTTPServer", [*PYTHON, "-c", main], target, {"PYTHONPATH": str(target)}, "/")
    if project == "fastapi":
        code = "import uvicorn; uvicorn.run('bare_app:app', port={port}, access_log=False, log_level='critical')"
        return Server("uvicorn", [*PYTHON, "-c", code], target, environ, "/")
    symbol = "app" if project == "flask" else "application"
    command = [*PYTHON, "-m", "gunicorn", "--threads", "16", "-b", "127.0.0.1:{port}", f"bare_app:{symbol}"]
    return Server("gunicorn", command, target, environ, "/")


def peer_of_fifty(server: Server, folder: Path, files: Dict[str, str]) -> Server:
    """Return the official runtime for other functions: its own app.py with another route list."""
    target = folder / "official-fifty"
    shutil.copytree(server.folder, target, symlinks=True)
    routes = []
    for file, text in files.items():
        (target / file).parent.mkdir(parents=True, exist_ok=True)
        (target / file).write_text(text)
        route, framework = "/" + file[:-3], "class handler" not in text
        methods = [] if framework else ["GET", "POST"]
        routes.append(
            {"src": f"^{route}(?:/.*)?$", "path": route, "file": file, "method": methods, "isFramework": framework}
        )
    (target / "config.json").write_text(json.dumps({"routes": routes}))
    return server._replace(folder=target, path="/api/f2")
