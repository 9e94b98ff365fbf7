"""pages_test serves a bundle and calls it."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import pages_test

PACKAGES = Path(pages_test.__file__).parent.parent

APP = """
import json, os, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Echo(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        kind, mine = self.headers.get("Content-Type"), self.headers.get("X-Mine")
        answer = {"path": self.path, "type": kind, "body": body.decode(), "mine": mine}
        print("Pages request path: " + self.path, file=sys.stderr)
        print("the function says hello", file=sys.stderr, flush=True)
        self.send_response(200)
        self.send_header("Set-Cookie", "a=1")
        self.send_header("Set-Cookie", "b=2")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())
    do_GET = do_POST
    def log_message(self, *args):
        pass

ThreadingHTTPServer((os.environ["PAGES_HOST"], int(os.environ["PORT"])), Echo).serve_forever()
"""


def run(script, app=APP, **environment):
    """Run a script beside a bundle; gives exit code, output and errors."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "app.py").write_text(app, encoding="utf-8")
        process = subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONPATH": str(PACKAGES), "PAGES_TEST_BUNDLE": folder, **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=90,
            check=False,
        )
        return process.returncode, process.stdout, process.stderr


class ClientTest(unittest.TestCase):
    def test_a_call_has_status_headers_and_body(self):
        code, output, errors = run(
            "from pages_test import call\n"
            "a = call('POST', '/a b/你?q=%20', json={'x': [1]}, headers={'X-Mine': 'yes'})\n"
            "print(a.status, a.headers.get_all('set-cookie'), a.json())\n"
        )
        self.assertEqual(0, code, errors)
        self.assertIn("200 ['a=1', 'b=2']", output)
        self.assertIn("'path': '/a%20b/%E4%BD%A0?q=%20'", output)
        self.assertIn("'type': 'application/json', 'body': '{\"x\": [1]}', 'mine': 'yes'", output)

    def test_all_calls_share_one_server_that_ends_with_the_tests(self):
        code, output, errors = run(
            "from pages_test import call, server\n"
            "call('GET', '/'); first = server._running\n"
            "call('GET', '/'); assert server._running is first\n"
            "print(first._process.pid)\n"
        )
        self.assertEqual(0, code, errors)
        with self.assertRaises(OSError):
            os.kill(int(output), 0)

    def test_what_functions_print_is_seen_and_the_request_log_is_not(self):
        _, _, errors = run("from pages_test import call\ncall('GET', '/')\n")
        self.assertIn("the function says hello", errors)
        self.assertNotIn("Pages request path", errors)

    def test_an_answer_that_is_not_json_is_quoted(self):
        code, _, errors = run(
            "from pages_test import Answer\n"
            "from email.message import Message\n"
            "Answer(500, Message(), b'oh no').json()\n"
        )
        self.assertEqual(1, code)
        self.assertIn("status 500, not JSON", errors)
        self.assertIn("oh no", errors)

    def test_a_bundle_that_does_not_start_is_told_with_its_words(self):
        code, _, errors = run("from pages_test import call\ncall('GET', '/')\n", app="raise SystemExit('no config')")
        self.assertEqual(1, code)
        self.assertIn("the functions are not served: app.py ended with exit code 1\nno config", errors)

    def test_without_the_goal_it_says_how_to_run_tests(self):
        _, _, errors = run("from pages_test import call\ncall('GET', '/')\n", PAGES_TEST_BUNDLE="")
        self.assertIn("mvn pages:test", errors)

    def test_mistakes_in_a_call_are_told(self):
        for mistake, message in (
            ("call('GET', 'api')", "a path begins with /"),
            ("call('POST', '/', json=1, body=b'')", "json or body, not both"),
        ):
            with self.subTest(mistake=mistake):
                self.assertIn(message, run("from pages_test import call\n" + mistake)[2])
