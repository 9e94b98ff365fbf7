"""``main.serve``: a bundle served by a program of its own."""

import json
import subprocess
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path
from typing import ClassVar

import bundles
import served

ANSWERS = """
    from http.server import BaseHTTPRequestHandler
    class handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
"""
RAISES = """
    from http.server import BaseHTTPRequestHandler
    class handler(BaseHTTPRequestHandler):
        def do_GET(self):
            raise ValueError("what went wrong")
"""
FUNCTIONS = {"hello.py": ANSWERS, "fails.py": RAISES, "broken.py": "import a_module_that_nobody_has"}


class ServeTest(unittest.TestCase):
    folder: ClassVar[Path]

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp(prefix="pages-serve-")) / "bundle"
        served.bundle(cls.folder, "none", {})
        for file, text in FUNCTIONS.items():
            (cls.folder / "functions" / file).write_text(textwrap.dedent(text))
        bundles.write(cls.folder, dict.fromkeys(FUNCTIONS, "handler"))

    @classmethod
    def tearDownClass(cls) -> None:
        served.remove(cls.folder.parent)

    def test_the_seam_for_other_programs(self) -> None:
        code = f"""
            import io, json, signal, sys, os, urllib.request, threading
            sys.path.insert(0, {str(self.folder)!r})
            from pages_runtime.main import serve
            from pages_runtime.observer import Observer
            from pages_runtime.settings import Settings

            told = []

            class Control(Observer):
                def listening(self, host, port):
                    told.append(("listening", host, port > 0))
                    threading.Thread(target=ask, args=(port,)).start()

                def failed(self, function, error):
                    told.append(("failed", function.file, type(error).__name__))

                def raised(self, function, error, request_id):
                    told.append(("raised", function.file, str(error)))

                def served(self, record):
                    told.append(("served", record.method, record.path, record.status, record.file, record.seconds >= 0))
                    return record.path == "/hello"

                def error_page(self, *facts):
                    return b"<!doctype html>a page"

            def ask(port):
                for path in ("/hello", "/broken", "/fails"):
                    try:
                        urllib.request.urlopen(f"http://127.0.0.1:{{port}}{{path}}").read()
                    except urllib.error.HTTPError as error:
                        told.append((error.headers["Content-Type"], error.read().decode()))
                        error.close()
                os.kill(os.getpid(), signal.SIGTERM)

            sys.stderr = io.StringIO()
            settings = Settings(host="127.0.0.1", port=0, front="threads", sources_only=True)
            serve({str(self.folder)!r}, settings, Control())
            told.append([line for line in sys.stderr.getvalue().splitlines() if line.startswith("Pages request path")])
            print(json.dumps(told))
        """
        command = [sys.executable, "-c", textwrap.dedent(code)]
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=30).stdout
        page = ["text/html; charset=utf-8", "<!doctype html>a page"]
        self.assertEqual(
            [
                ["listening", "127.0.0.1", True],
                ["served", "GET", "/hello", 200, "hello.py", True],
                ["failed", "broken.py", "ModuleNotFoundError"],
                ["served", "GET", "/broken", 500, "broken.py", True],
                page,
                ["raised", "fails.py", "what went wrong"],
                ["served", "GET", "/fails", 500, "fails.py", True],
                page,
                ["Pages request path: /broken", "Pages request path: /fails"],
            ],
            json.loads(output),
        )

    def test_a_signal_that_does_not_interrupt_the_wait_ends_the_server(self) -> None:
        code = f"""
            import sys, os, signal, threading, time
            sys.path.insert(0, {str(self.folder)!r})
            from pages_runtime.main import serve
            from pages_runtime.observer import Observer
            from pages_runtime.settings import Settings

            def strike():
                time.sleep(0.5)
                signal.pthread_kill(threading.get_ident(), signal.SIGTERM)

            class Control(Observer):
                def listening(self, host, port):
                    threading.Thread(target=strike).start()

            serve({str(self.folder)!r}, Settings(host="127.0.0.1", port=0, front="threads"), Control())
        """
        command = [sys.executable, "-c", textwrap.dedent(code)]
        self.assertEqual(0, subprocess.run(command, check=False, timeout=10).returncode)


if __name__ == "__main__":
    unittest.main()
