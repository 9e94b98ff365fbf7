"""A bundle's life as a process: its start, what it writes, and its end."""

import contextlib
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
import unittest
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Dict

import bundles
import served
from wire_client import WireClient

FUNCTIONS = {
    "hello.py": """
        from http.server import BaseHTTPRequestHandler
        class handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"hello")
    """,
    "slow.py": """
        import time
        from http.server import BaseHTTPRequestHandler
        class handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"begun ")
                self.wfile.flush()
                time.sleep(float(self.path.partition("?")[2]))
                self.wfile.write(b"ended")
    """,
    "late.py": """
        import time
        from http.server import BaseHTTPRequestHandler
        class handler(BaseHTTPRequestHandler):
            def do_GET(self):
                time.sleep(0.4)
                self.send_response(200)
                self.end_headers()
    """,
    "fails.py": """
        from http.server import BaseHTTPRequestHandler
        class handler(BaseHTTPRequestHandler):
            def do_GET(self):
                raise ValueError("what went wrong")
    """,
    "lines.py": """
        from http.server import BaseHTTPRequestHandler
        class handler(BaseHTTPRequestHandler):
            def do_POST(self):
                self.send_response(200)
                self.end_headers()
                for line in self.rfile:
                    self.wfile.write(line)
                    self.wfile.flush()
    """,
    "endless.py": """
        import os
        from http.server import BaseHTTPRequestHandler
        class handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.end_headers()
                try:
                    while True:
                        self.wfile.write(b"x" * 10000)
                except ConnectionError:
                    open(os.environ["LEFT"], "w").close()
                    raise
    """,
    "broken.py": "import a_module_that_nobody_has\nhandler = None\n",
    "stops.py": """
        import os
        async def app(scope, receive, send):
            if scope["type"] == "lifespan":
                await receive()
                await send({"type": "lifespan.startup.complete"})
                await receive()
                open(os.environ["STOPPED"], "w").close()
                await send({"type": "lifespan.shutdown.complete"})
                return
            await send({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body"})
    """,
}


if TYPE_CHECKING:
    from unittest import TestCase as Case
else:
    Case = object


class Lives(Case):
    """Tests for both fronts."""

    front: ClassVar[str]
    folder: ClassVar[Path]

    @classmethod
    def setUpClass(cls) -> None:
        if cls.front == "uvicorn" and not served.has("uvicorn"):
            raise unittest.SkipTest("uvicorn is not in PAGES_TEST_PACKAGES")
        cls.folder = Path(tempfile.mkdtemp(prefix="pages-main-")) / "bundle"
        served.bundle(cls.folder, "none", {})
        modes: Dict[str, str] = {}
        for file, text in FUNCTIONS.items():
            (cls.folder / "functions" / file).write_text(textwrap.dedent(text))
            modes[file] = "asgi" if file == "stops.py" else "handler"
        bundles.write(cls.folder, modes)

    @classmethod
    def tearDownClass(cls) -> None:
        if hasattr(cls, "folder"):
            served.remove(cls.folder.parent)

    def start(self, **environ: str) -> served.Served:
        return served.Served(self.folder, PAGES_FRONT=self.front, **environ)

    def get(self, server: served.Served, target: str, headers: str = "") -> bytes:
        with WireClient(server.port) as client:
            client.send(f"GET {target} HTTP/1.1\r\nHost: x\r\n{headers}\r\n".encode())
            response = client.response()
            assert response is not None
            return response.body

    def test_nothing_is_written_at_the_start_and_two_lines_for_a_request(self) -> None:
        with self.start() as server:
            self.get(server, "/hello?secret=1")
            self.get(server, "/nothing", "eo-pages-host: shop.test\r\nx-forwarded-proto: https\r\n")
        self.assertEqual(
            "Pages request path: /hello\nPages response status: 200\n"
            "Pages request path: https://shop.test/nothing\nPages response status: 404\n",
            server.stop(),
        )
        self.assertEqual(0, server.status)

    def test_a_failure_is_logged_with_the_id_of_its_request(self) -> None:
        with self.start() as server:
            self.assertEqual(b"Internal Server Error", self.get(server, "/fails", "X-Request-Id: the-id\r\n"))
        written = server.stop()
        self.assertIn("Request the-id failed: GET /fails in fails.py\nTraceback", written)
        self.assertIn("ValueError: what went wrong", written)

    def test_a_failed_import_is_logged_once(self) -> None:
        with self.start() as server:
            for _ in range(3):
                self.assertEqual(b"Internal Server Error", self.get(server, "/broken"))
        self.assertEqual(1, server.stop().count("Traceback"))
        self.assertEqual(1, server.stop().count("The function broken.py cannot be loaded; /broken answers 500."))

    def test_eager_loading_reports_at_the_start_and_serves_the_others(self) -> None:
        with self.start(PAGES_EAGER="1", STOPPED="") as server:
            self.assertEqual(b"hello", self.get(server, "/hello"))
        self.assertTrue(server.stop().startswith("The function broken.py cannot be loaded"), server.stop())

    def test_a_request_in_flight_ends_after_sigterm_and_idle_connections_are_closed(self) -> None:
        with self.start() as server, WireClient(server.port) as idle, WireClient(server.port) as busy:
            idle.send(b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertIsNotNone(idle.response())
            busy.send(b"GET /slow?0.5 HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertTrue(busy.wait_for(b"begun"))
            server.process.send_signal(signal.SIGTERM)
            response = busy.response()
            assert response is not None
            self.assertEqual((b"begun ended", True), (response.body, response.whole))
            self.assertIsNone(idle.response())
            self.assertEqual(0, server.process.wait(10))
            with self.assertRaises(OSError):
                socket.create_connection(("127.0.0.1", server.port), 1)

    def test_a_response_that_begins_after_sigterm_says_that_it_is_the_last(self) -> None:
        with self.start() as server, WireClient(server.port) as client:
            self.get(server, "/late")
            client.send(b"GET /late HTTP/1.1\r\nHost: x\r\n\r\n")
            time.sleep(0.1)
            server.process.send_signal(signal.SIGTERM)
            response = client.response()
            assert response is not None
            self.assertEqual((200, ["close"]), (response.status, response.values("connection")))

    def test_a_request_that_does_not_end_is_cut_after_the_time_of_grace(self) -> None:
        with self.start(PAGES_GRACE="0.5") as server, WireClient(server.port) as busy:
            busy.send(b"GET /slow?30 HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertTrue(busy.wait_for(b"begun"))
            server.process.send_signal(signal.SIGTERM)
            self.assertEqual(0, server.process.wait(15))
            response = busy.response()
            assert response is not None
            self.assertFalse(response.whole)

    def test_a_silent_connection_is_kept_for_so_long(self) -> None:
        hello = b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"
        slow = b"GET /slow?1 HTTP/1.1\r\nHost: x\r\n\r\n"
        with self.start(PAGES_IDLE_TIMEOUT="0.8") as server, WireClient(server.port) as client:
            for request in (hello, slow, hello):
                client.send(request)
                response = client.response()
                assert response is not None
                self.assertTrue(response.whole)
                time.sleep(0.2)
            began = time.monotonic()
            self.assertIsNone(client.response())
            self.assertGreater(time.monotonic() - began, 0.3)

    def test_a_client_that_leaves_ends_nothing_else(self) -> None:
        with self.start() as server:
            for _ in range(5):
                with WireClient(server.port) as client:
                    client.send(b"GET /slow?0 HTTP/1.1\r\nHost: x\r\n\r\nGET /slow?0.1 HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertEqual(b"hello", self.get(server, "/hello"))
            time.sleep(0.3)
        self.assertNotIn("Traceback", server.stop())

    def test_a_handler_whose_client_has_left_is_told(self) -> None:
        left = self.folder / f"left-{self.front}"
        with self.start(LEFT=str(left)) as server:
            with WireClient(server.port) as client:
                client.send(b"GET /endless HTTP/1.1\r\nHost: x\r\n\r\n")
                self.assertTrue(client.wait_for(b"xxx"))
            end = time.monotonic() + 10
            while not left.exists() and time.monotonic() < end:
                time.sleep(0.01)
            self.assertTrue(left.exists())
        self.assertNotIn("Traceback", server.stop())

    def test_lines_are_echoed_one_by_one(self) -> None:
        with self.start() as server, WireClient(server.port) as client:
            client.send(b"POST /lines HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
            for number in range(300):
                line = b"line %d\n" % number
                client.send(b"%x\r\n%s\r\n" % (len(line), line))
                self.assertTrue(client.wait_for(line), line)
            client.send(b"0\r\n\r\n")
            response = client.response("POST")
            assert response is not None
            self.assertTrue(response.whole)

    def test_ten_calls_that_block_take_as_long_as_one(self) -> None:
        arrived = threading.Barrier(11, timeout=20)
        with self.start() as server:

            def call() -> None:
                with WireClient(server.port) as client:
                    client.send(b"GET /slow?0.3 HTTP/1.1\r\nHost: x\r\n\r\n")
                    if client.wait_for(b"begun"):
                        arrived.wait()
                    client.response()

            threads = [threading.Thread(target=call) for _ in range(10)]
            for thread in threads:
                thread.start()
            arrived.wait()
            for thread in threads:
                thread.join()

    def test_clients_that_hold_their_small_bodies_back_hold_no_thread(self) -> None:
        with self.start(PAGES_THREADS="2") as server, contextlib.ExitStack() as slow:
            clients = [slow.enter_context(WireClient(server.port)) for _ in range(4)]
            for client in clients:
                client.send(b"POST /lines HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\none")
            with WireClient(server.port) as client:
                client.send(b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                self.assertIsNotNone(client.response())
            for client in clients:
                client.send(b"\ntw", b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                responses = [client.response(), client.response()]
                self.assertEqual([b"one\ntw", b"hello"], [response and response.body for response in responses])

    def test_a_client_that_takes_nothing_is_cut_and_a_slow_one_is_not(self) -> None:
        left = self.folder / "cut"
        with self.start(PAGES_SEND_TIMEOUT="0.5", LEFT=str(left)) as server:
            with WireClient(server.port) as slow, WireClient(server.port) as stalled:
                for client in (slow, stalled):
                    client.send(b"GET /endless HTTP/1.1\r\nHost: x\r\n\r\n")
                for _ in range(15):
                    self.assertTrue(slow.take(100000))
                    time.sleep(0.1)
                self.assertTrue(left.exists())
                self.assertTrue(slow.take(4_000_000))
                with self.assertRaisesRegex(AssertionError, "the connection ended"):
                    stalled.take(100_000_000)

    def test_a_port_in_use_is_told(self) -> None:
        with self.start() as server:
            done = self.run_app(PORT=str(server.port), PAGES_HOST="127.0.0.1")
        self.assertEqual(1, done.returncode)
        self.assertRegex(done.stderr, rf"^Port {server.port} of 127.0.0.1 cannot be opened: .*in use\n$")

    def test_a_wrong_setting_is_told(self) -> None:
        done = self.run_app(PAGES_THREADS="many")
        self.assertEqual((2, "PAGES_THREADS=many: not a whole number above 0\n"), (done.returncode, done.stderr))

    def run_app(self, **environ: str) -> "subprocess.CompletedProcess[str]":
        environ = {"PATH": "", "PAGES_FRONT": self.front, **environ}
        command = [sys.executable, str(self.folder / "app.py")]
        return subprocess.run(command, check=False, env=environ, stderr=subprocess.PIPE, text=True, timeout=20)


class ThreadsLifeTest(Lives, unittest.TestCase):
    front = "threads"

    def test_a_request_behind_one_in_flight_is_answered_after_sigterm(self) -> None:
        with self.start() as server, WireClient(server.port) as client:
            client.send(b"GET /slow?0.3 HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertTrue(client.wait_for(b"begun"))
            server.process.send_signal(signal.SIGTERM)
            self.assertIsNotNone(client.response())
            response = client.response()
            assert response is not None
            self.assertEqual((b"hello", ["close"]), (response.body, response.values("connection")))


class UvicornLifeTest(Lives, unittest.TestCase):
    front = "uvicorn"

    def test_a_lifespan_is_stopped_after_sigterm(self) -> None:
        stopped = self.folder / "stopped"
        with self.start(STOPPED=str(stopped)) as server:
            self.assertEqual(b"", self.get(server, "/stops"))
            self.assertFalse(stopped.exists())
        self.assertTrue(stopped.exists())
        self.assertEqual(0, server.status)

    def test_a_sigterm_that_comes_during_the_start_ends_it(self) -> None:
        # In the middle of it: after the listener is open, before uvicorn listens to signals.
        program = """
            import os, signal, sys
            sys.path.insert(0, sys.argv[1])
            from pages_runtime import layout, main
            layout.install(sys.argv[1], ())
            from pages_runtime import uvicorn_front
            make = uvicorn_front._new_loop
            uvicorn_front._new_loop = lambda: os.kill(os.getpid(), signal.SIGTERM) or make()
            sys.exit(main.main(sys.argv[1]))
        """
        command = [sys.executable, "-c", textwrap.dedent(program), str(self.folder)]
        environ = {"PATH": "", "PORT": "0", "PAGES_HOST": "127.0.0.1", "PAGES_FRONT": self.front}
        done = subprocess.run(command, check=False, env=environ, stderr=subprocess.PIPE, text=True, timeout=20)
        self.assertEqual((0, ""), (done.returncode, done.stderr))

    def test_without_uvicorn_the_start_says_so(self) -> None:
        empty = Path(tempfile.mkdtemp(prefix="pages-empty-"))
        self.addCleanup(served.remove, empty)
        done = self.run_app(PAGES_PACKAGES=str(empty), PORT="0")
        self.assertEqual(1, done.returncode)
        self.assertIn("uvicorn, which serves them, cannot be imported", done.stderr)


if __name__ == "__main__":
    unittest.main()
