"""Starts bundles for tests, as a deployment does: ``python app.py`` in a process of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Dict, Optional

import bundles

MAIN = Path(__file__).resolve().parent.parent.parent / "main" / "python"
FUNCTIONS = Path(__file__).resolve().parent.parent / "resources" / "functions"
PACKAGES = os.environ.get("PAGES_TEST_PACKAGES", "")
"""A folder made by ``pip install --target`` for this interpreter: uvicorn, frameworks."""
BUNDLE = os.environ.get("PAGES_TEST_BUNDLE", "")
"""A bundle that the build has made of the trees of functions, to test it and not one that is laid out here."""


def has(package: str) -> bool:
    """Whether the packages for tests hold a package; of no name: true."""
    return not package or (bool(PACKAGES) and any(Path(PACKAGES).glob(package + "*")))


def bundle(folder: Path, tree: str, modes: Dict[str, str]) -> None:
    """Make a bundle of a tree of functions, or of none; its packages are those for tests."""
    if (FUNCTIONS / tree).is_dir():
        shutil.copytree(str(FUNCTIONS / tree), str(folder / "functions"))
    else:
        (folder / "functions").mkdir(parents=True)
    shutil.copytree(
        str(MAIN / "pages_runtime"), str(folder / "pages_runtime"), ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(str(MAIN / "app.py"), str(folder))
    if PACKAGES:
        os.symlink(os.path.abspath(PACKAGES), str(folder / "packages"))
    else:
        (folder / "packages").mkdir()
    bundles.write(folder, modes)


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it; links are not followed."""
    shutil.rmtree(str(folder))


def free_port() -> int:
    """Return a port that was free a moment ago."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


class Served:
    """A running bundle; ``stop`` returns what it wrote on standard error."""

    def __init__(self, folder: Path, **environ: str) -> None:
        self.port = free_port()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115
        self.process = subprocess.Popen(
            [sys.executable, "-X", "dev", str(folder / "app.py")],
            cwd=str(folder.parent),
            env={**os.environ, "PORT": str(self.port), "PAGES_HOST": "127.0.0.1", "PYTHONPATH": "", **environ},
            stderr=self._errors,
            stdin=subprocess.DEVNULL,
        )
        self.written = ""
        """What the server wrote on standard error, after ``stop``."""
        self._status: Optional[int] = None
        self._await()

    def __enter__(self) -> "Served":
        return self

    def __exit__(self, *_: Any) -> None:
        self.stop()

    def _await(self) -> None:
        end = time.monotonic() + 20
        while time.monotonic() < end and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError("the server did not start: " + self.stop())

    def stop(self) -> str:
        """End the server as a platform does."""
        if self._status is None:
            if self.process.poll() is None:
                self.process.send_signal(signal.SIGTERM)
            try:
                self._status = self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self._status = self.process.wait()
                raise AssertionError("SIGTERM did not end the server") from None
            self._errors.seek(0)
            lines = self._errors.read().decode("utf-8", "replace").splitlines(keepends=True)
            # Python's development mode tells what took long on a loop, on a busy machine.
            self.written = "".join(line for line in lines if not line.startswith("Executing <"))
            self._errors.close()
        return self.written

    @property
    def status(self) -> Optional[int]:
        """The exit status, after ``stop``."""
        return self._status
