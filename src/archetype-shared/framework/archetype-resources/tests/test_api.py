"""Calls the API over HTTP, as a client would; `mvn verify` runs this."""

import json
import unittest
from pathlib import Path

from pages_test import call

ROUTES = Path(__file__).parent.parent / "public" / "routes.json"


class ApiTest(unittest.TestCase):
    def test_the_greeting_names_the_framework(self):
        answer = call("GET", "/api")
        self.assertEqual(200, answer.status)
        self.assertIn(answer.json()["framework"], answer.json()["message"])

    def test_an_echo_has_the_query(self):
        answer = call("GET", "/api/echo?colour=blue")
        self.assertEqual({"colour": "blue"}, answer.json()["query"])

    def test_json_comes_back(self):
        sent = {"name": "你好", "numbers": [1, 2]}
        answer = call("POST", "/api/json", json=sent)
        self.assertEqual(sent, answer.json()["received"])
        self.assertEqual(["name", "numbers"], sorted(answer.json()["keys"]))

    def test_a_body_that_is_not_json_is_refused(self):
        answer = call("POST", "/api/json", body=b"{", headers={"Content-Type": "application/json"})
        self.assertIn(answer.status, (400, 422))

    def test_a_user_is_found_by_number(self):
        self.assertEqual("user_42", call("GET", "/api/users/42").json()["username"])
        self.assertIn(call("GET", "/api/users/nobody").status, (400, 404, 422))

    def test_a_user_needs_a_name(self):
        self.assertEqual(201, call("POST", "/api/users", json={"username": "ada"}).status)
        self.assertIn(call("POST", "/api/users", json={}).status, (400, 422))

    def test_a_search_needs_words(self):
        self.assertIn(call("GET", "/api/search").status, (400, 422))

    def test_every_call_on_the_page_succeeds(self):
        for entry in json.loads(ROUTES.read_text(encoding="utf-8"))["calls"]:
            with self.subTest(method=entry["method"], path=entry["path"]):
                answer = call(entry["method"], entry["path"], json=entry.get("body"))
                self.assertIn(answer.status, range(200, 300))
