"""The workers of ``pages:run``: one is forked ahead, and answers for no state of the sources but that of its turn."""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest
from pathlib import Path
from typing import Any, Dict, List

import bundles
import pages_dev
import pages_runtime

FUNCTION = """
    import os
    from http.server import BaseHTTPRequestHandler
    {extra}
    class handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write({value}.encode())
"""


@unittest.skipUnless(sys.platform == "linux", "workers are forked on Linux alone")
class Standby(unittest.TestCase):
    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.bundle = Path(temporary.name).resolve()
        self.functions = self.bundle / "functions"
        self.functions.mkdir()
        (self.bundle / "pages_runtime").symlink_to(Path(pages_runtime.__file__).parent)

    def write(self, file: str, value: str, extra: str = "") -> None:
        text = textwrap.dedent(FUNCTION).format(value=value, extra=extra)
        path = self.functions / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        bundles.write(self.bundle, {f.name: "handler" for f in sorted(self.functions.glob("*.py"))})

    def start(self, **environment: str) -> "Supervisor":
        supervisor = Supervisor(self.bundle, environment)
        self.addCleanup(supervisor.close)
        return supervisor

    def test_a_standby_serves_what_was_saved_after_it_was_forked(self) -> None:
        self.write("hello.py", "'one'")
        supervisor = self.start()
        waiting = supervisor.standby()
        self.write("hello.py", "'two'")
        ready = supervisor.go(1)
        self.assertEqual(waiting, ready["pid"])
        self.assertEqual("two", supervisor.ask(ready, "/hello"))
        self.assertNotEqual(waiting, supervisor.standby())

    def test_another_route_or_another_name_beside_it_ends_the_standby(self) -> None:
        self.write("hello.py", "'one'")
        supervisor = self.start()
        waiting = supervisor.standby()
        self.write("more.py", "'more'")
        ready = supervisor.go(1)
        self.assertNotEqual(waiting, ready["pid"])
        self.assertEqual("more", supervisor.ask(ready, "/more"))
        waiting = supervisor.standby()
        (self.functions / "tools").mkdir()
        (self.functions / "tools/words.py").write_text("WORD = 'from a new folder'\n")
        self.write("hello.py", "WORD", "from tools.words import WORD")
        ready = supervisor.go(2)
        self.assertNotEqual(waiting, ready["pid"])
        self.assertEqual("from a new folder", supervisor.ask(ready, "/hello"))

    def test_where_user_code_is_imported_at_the_start_nothing_stands_by(self) -> None:
        self.write("hello.py", "'one'")
        supervisor = self.start(PAGES_EAGER="1")
        time.sleep(0.4)
        self.assertEqual([], supervisor.children())
        self.assertEqual("one", supervisor.ask(supervisor.go(1), "/hello"))

    def test_a_standby_ends_with_the_process_that_forked_it(self) -> None:
        self.write("hello.py", "'one'")
        supervisor = self.start()
        waiting = supervisor.standby()
        supervisor.process.kill()
        supervisor.process.wait()
        end = time.monotonic() + 5
        while os.path.exists(f"/proc/{waiting}") and time.monotonic() < end:
            time.sleep(0.01)
        self.assertFalse(os.path.exists(f"/proc/{waiting}"))


class Supervisor:
    """The Java side: sends commands and reads events."""

    def __init__(self, bundle: Path, environment: Dict[str, str]) -> None:
        main = str(Path(pages_dev.__file__).with_name("__main__.py"))
        self.process = subprocess.Popen(
            [sys.executable, "-s", main],
            cwd=bundle,
            env=dict(os.environ, **environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.workers: List[int] = []
        self.send(
            mode="fork",
            bundle=str(bundle),
            functions=str(bundle / "functions"),
            packages=str(bundle / "packages"),
            preload=[],
        )
        assert self.event()["forks"]

    def send(self, **command: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command).encode() + b"\n")
        self.process.stdin.flush()

    def event(self) -> Dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        return dict(json.loads(line))

    def go(self, generation: int) -> Dict[str, Any]:
        """Ask for a worker; return what it says when it listens."""
        self.send(command="go", generation=generation)
        ready = self.event()
        assert (ready["event"], ready["generation"]) == ("ready", generation), ready
        self.workers.append(ready["pid"])
        return ready

    @staticmethod
    def ask(ready: Dict[str, Any], path: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", ready["port"], timeout=20)
        try:
            connection.request("GET", path)
            return connection.getresponse().read().decode()
        finally:
            connection.close()

    def children(self) -> List[int]:
        text = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(number) for number in text.split()]

    def standby(self) -> int:
        """Wait for a child that serves nothing yet and blocks in its turn: it then has two threads, and none runs."""
        rested = 0
        end = time.monotonic() + 20
        while time.monotonic() < end:
            time.sleep(0.02)
            waiting = [pid for pid in self.children() if pid not in self.workers]
            rested = rested + 1 if waiting and _rests(waiting[0]) else 0
            if rested == 3:
                return waiting[0]
        raise AssertionError("nothing stands by")

    def close(self) -> None:
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()
        self.process.wait(20)


def _rests(pid: int) -> bool:
    tasks = list(Path(f"/proc/{pid}/task").iterdir())
    return len(tasks) == 2 and all(" S " in (task / "stat").read_text() for task in tasks)


if __name__ == "__main__":
    unittest.main()
