"""Calls the functions over HTTP, as a client would; `mvn verify` runs this."""

import json
import unittest
from pathlib import Path

from pages_test import call

ROUTES = Path(__file__).parent.parent / "public" / "routes.json"


class FunctionsTest(unittest.TestCase):
    def test_a_file_is_a_route(self):
        answer = call("GET", "/hello")
        self.assertEqual(200, answer.status)
        self.assertEqual("/hello", answer.json()["route"])
        self.assertEqual("Python Cloud Function", answer.headers["X-Powered-By"])

    def test_a_post_is_created_from_json(self):
        answer = call("POST", "/api/posts", json={"title": "你好"})
        self.assertEqual(201, answer.status)
        self.assertEqual({"title": "你好"}, answer.json()["post"])

    def test_a_post_that_is_not_json_is_refused(self):
        self.assertEqual(400, call("POST", "/api/posts", body=b"{").status)

    def test_brackets_are_parameters(self):
        answer = call("GET", "/api/users/42/posts/7")
        self.assertEqual("Post 7 by User 42", answer.json()["title"])

    def test_double_brackets_catch_the_rest(self):
        answer = call("GET", "/api/files/a/b.txt")
        self.assertEqual(["a", "b.txt"], answer.json()["segments"])
        self.assertEqual(".txt", answer.json()["extension"])

    def test_a_search_needs_words(self):
        self.assertEqual(400, call("GET", "/api/search").status)

    def test_every_call_on_the_page_succeeds(self):
        for entry in json.loads(ROUTES.read_text(encoding="utf-8"))["calls"]:
            with self.subTest(method=entry["method"], path=entry["path"]):
                answer = call(entry["method"], entry["path"], json=entry.get("body"))
                self.assertIn(answer.status, range(200, 300))
