"""The API of each archetype as a table: requests, and what is true of their answers."""

from __future__ import annotations

import json
from typing import Any, Callable, NamedTuple


class Row(NamedTuple):
    """A request, the status codes that are right, and what must be true of the JSON answer.

    A body of bytes is sent as it stands, a tuple of them in chunks, anything else as JSON.
    """

    method: str
    path: str
    status: tuple[int, ...]
    holds: Callable[[Any], bool] = lambda answer: True
    body: Any = None
    content_type: str = "application/json"


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


WRONG_PAGES = ("x&limit=many", "x&limit=-1", "x&limit=", "x&limit=1.5", "x&offset=many", "x&offset=-1")


def search_rows(prefix: str) -> list[Row]:
    def page(limit: int, offset: int, count: int) -> Callable[[Any], bool]:
        return lambda a: (
            (a["query"], a["limit"], a["offset"], a["count"]) == ("two words", limit, offset, count)
            and [r["id"] for r in a["results"]] == list(range(offset, offset + count))
            and all(is_text(r["name"]) and is_number(r["score"]) for r in a["results"])
        )

    return [
        Row("GET", f"{prefix}?q=two%20words&limit=3&offset=5", (200,), page(3, 5, 3)),
        Row("GET", f"{prefix}?q=two+words", (200,), page(10, 0, 10)),
        Row("GET", prefix, (400, 422)),
        Row("GET", f"{prefix}?q=two+words&limit=0", (200,), page(0, 0, 0)),
        Row("GET", f"{prefix}?q=two+words&limit=50&offset=9999", (200,), page(50, 9999, 10)),
        Row("GET", f"{prefix}?q=%E4%BD%A0&limit=1", (200,), lambda a: a["query"] == "你"),
        Row("GET", f"{prefix}?q=x&offset=1{'0' * 400}", (200,), lambda a: a["count"] == 10),
        *(Row("GET", f"{prefix}?q={rest}", (400, 422)) for rest in ("", *WRONG_PAGES)),
    ]


def handler_rows() -> list[Row]:
    return [
        Row(
            "GET",
            "/hello",
            (200,),
            lambda a: a["route"] == "/hello"
            and a["type"] == "static route"
            and is_text(a["message"])
            and is_number(a["timestamp"]),
        ),
        Row("GET", "/api/posts", (200,), lambda a: a["total"] == 3 == len(a["posts"])),
        Row("POST", "/api/posts", (201,), lambda a: a["post"] == {"title": "新"}, {"title": "新"}),
        Row("POST", "/api/posts", (201,), lambda a: a["post"] == [1], (b"[", b"1]")),
        Row("POST", "/api/posts", (201,), lambda a: a["post"] is None),
        Row("POST", "/api/posts", (400,), body=b"{"),
        Row("POST", "/api/posts", (400,), body=b"\xff"),
        Row("DELETE", "/api/posts", (204,)),
        Row("PUT", "/api/posts", (405,)),
        Row("HEAD", "/api/posts", (200,)),
        Row("OPTIONS", "/api/users/42", (204,)),
        Row(
            "GET",
            "/api/users/42",
            (200,),
            lambda a: a
            == {"userId": "42", "name": "User 42", "email": "42@example.com", "type": "single dynamic param"},
        ),
        Row("GET", "/api/users/%E4%BD%A0%20x", (200,), lambda a: a["userId"] == "你 x"),
        Row(
            "GET",
            "/api/users/42/posts/7",
            (200,),
            lambda a: a
            == {"userId": "42", "postId": "7", "title": "Post 7 by User 42", "type": "multiple dynamic params"},
        ),
        Row("GET", "/api/users", (404,)),
        Row(
            "GET",
            "/api/files/reports/2026/summary.tar.gz",
            (200,),
            lambda a: a
            == {
                "path": "reports/2026/summary.tar.gz",
                "segments": ["reports", "2026", "summary.tar.gz"],
                "extension": ".gz",
                "type": "catch-all route",
            },
        ),
        Row("GET", "/api/files/LICENSE", (200,), lambda a: a["extension"] == ""),
        Row("GET", "/api/files", (200,), lambda a: a["segments"] == [] and a["path"] == ""),
        *search_rows("/api/search"),
    ]


def framework_rows(name: str, framework: str) -> list[Row]:
    def echoed(method: str, query: dict[str, str], body: str | None) -> Callable[[Any], bool]:
        return lambda a: (
            (a["method"], a["query"], a.get("body")) == (method, query, body) and is_number(a["timestamp"])
        )

    greets = lambda a: framework in a["message"] and a["framework"] == framework and is_number(a["timestamp"])
    sent = {"b": [1, {"c": None}], "a": "你好"}
    size = len(json.dumps(sent).encode())
    return [
        Row("GET", "/api", (200,), greets),
        Row("GET", "/api/", (200,), greets),
        Row(
            "GET",
            "/api/health",
            (200,),
            lambda a: a["status"] == "healthy" and a["type"] == f"{name}_function" and is_number(a["timestamp"]),
        ),
        Row(
            "GET",
            "/api/info",
            (200,),
            lambda a: is_text(a["name"])
            and a["framework"] == framework
            and is_text(a["description"])
            and len(a["features"]) >= 3,
        ),
        Row(
            "GET",
            "/api/time",
            (200,),
            lambda a: is_number(a["timestamp"]) and "T" in a["iso"] and a["formatted"][:10] == a["iso"][:10],
        ),
        Row("GET", "/api/echo?x=1&y=%E4%BD%A0", (200,), echoed("GET", {"x": "1", "y": "你"}, None)),
        Row("POST", "/api/echo", (200,), echoed("POST", {}, "plain text"), b"plain text"),
        Row("POST", "/api/echo", (200,), echoed("POST", {}, None)),
        Row(
            "POST",
            "/api/json",
            (200,),
            lambda a: is_text(a["message"])
            and a["received"] == sent
            and a["keys"] == ["b", "a"]
            and (name == "fastapi" or a["size"] == size),
            sent,
        ),
        Row("POST", "/api/json", (200,), lambda a: a["received"] == [1] and a["keys"] == [], [1]),
        Row("POST", "/api/json", (400, 422), body=b"{"),
        Row("POST", "/api/json", (400, 422), body=b"\xff"),
        Row("POST", "/api/json", (400, 422), body=b"no JSON", content_type="text/plain"),
        Row("POST", "/api/json", (400, 422)),
        Row("GET", "/api/json", (405,)),
        Row("HEAD", "/api/health", (405,) if name == "fastapi" else (200,)),
        Row("OPTIONS", "/api/users", (200,) if name == "flask" else (405,)),
        Row(
            "GET",
            "/api/users/42",
            (200,),
            lambda a: 42 in (a.get("id"), a.get("user_id"))
            and (a["username"], a["email"]) == ("user_42", "user42@example.com"),
        ),
        *(Row("GET", f"/api/users/{wrong}", (400, 404, 422)) for wrong in ("nobody", "-1", "4.5", "%E4%BD%A0")),
        Row(
            "POST",
            "/api/users",
            (201,),
            lambda a: a["user"] == {"id": 12345, "username": "ada", "email": "ada@example.com"},
            {"username": "ada", "email": "ada@example.com"},
        ),
        Row("POST", "/api/users", (201,), lambda a: a["user"]["username"] == "ada", {"username": "ada"}),
        Row("POST", "/api/users", (201,), lambda a: a["user"]["username"] == "艾达", {"username": "艾达"}),
        *(
            Row("POST", "/api/users", (400, 422), body=wrong)
            for wrong in ({"email": "ada@example.com"}, {"username": ""}, {"username": 5}, ["username"], b"[", b"")
        ),
        *search_rows("/api/search"),
        Row("GET", "/api/nowhere", (404,)),
        Row("GET", "/elsewhere", (404,)),
    ]


ROWS = {
    "handler": handler_rows,
    "flask": lambda: framework_rows("flask", "Flask"),
    "fastapi": lambda: framework_rows("fastapi", "FastAPI"),
    "django": lambda: framework_rows("django", "Django"),
}
