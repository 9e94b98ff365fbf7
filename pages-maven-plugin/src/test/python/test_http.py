"""Runs the tables ``cases/http*.yaml`` against bundles in processes of their own, on every front."""

import json
import shutil
import tempfile
import unittest
from pathlib import Path
from typing import Any, ClassVar, Dict, List

import bundles
import served
import tables
from wire_client import Response, WireClient

TREE = "http"
FUNCTIONS_OF_ALL = served.FUNCTIONS / TREE
LIMITS = {
    "PAGES_MAX_BODY": "1000",
    "PAGES_MAX_DURATION": "0.4",
    "PAGES_HEAD_TIMEOUT": "0.2",
    "PAGES_BODY_TIMEOUT": "0.2",
}


NOT_BUILT = ("/v1.0/", "/%E4%BD%A0/", "/%e4%bd%a0/", "/with%20space", "/broken/missing")
"""Names and imports that a build refuses, and the runtime could serve."""


OPENING = (
    "Connection: keep-alive, Upgrade",
    "Upgrade: WebSocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
)
"""The header lines of a WebSocket's opening handshake; the key is that of RFC 6455, section 1.3."""


def modes(folder: Path) -> Dict[str, str]:
    """Return the mode of every function of the tree: its top folder says it."""
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*.py")]
    auxiliary = ("shared/", "loading/counter.py")
    known = ("wsgi", "asgi", "auto")
    return {f: f.split("/")[0] if f.split("/")[0] in known else "handler" for f in files if not f.startswith(auxiliary)}


class Fronts:
    """The tests; each subclass runs them on one front."""

    front: ClassVar[str]
    needs: ClassVar[str] = ""
    environ: ClassVar[Dict[str, str]] = {}
    skipped_modes: ClassVar[List[str]] = []
    folder: ClassVar[Path]
    server: ClassVar[served.Served]

    @classmethod
    def setUpClass(cls) -> None:
        if cls.needs and not served.has(cls.needs):
            raise unittest.SkipTest(f"{cls.needs} is not in PAGES_TEST_PACKAGES")
        cls.folder = Path(served.BUNDLE) if served.BUNDLE else cls.lay_out()
        cls.server = cls.start()

    @classmethod
    def lay_out(cls) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="pages-http-")) / "bundle"
        folder.mkdir()
        served.bundle(folder, TREE, {})
        echo = folder / "functions" / "echo" / "index.py"
        for name in ("你/世界.py", "with space.py"):
            copy = folder / "functions" / name
            copy.parent.mkdir(exist_ok=True)
            shutil.copy(str(echo), str(copy))
        bundles.write(folder, modes(folder / "functions"))
        return folder

    @classmethod
    def start(cls, **environ: str) -> served.Served:
        return served.Served(cls.folder, **cls.environ, **environ)

    @classmethod
    def tearDownClass(cls) -> None:
        if hasattr(cls, "server"):
            cls.server.stop()
            if not served.BUNDLE:
                shutil.rmtree(str(cls.folder.parent))

    def test_the_table(self) -> None:
        self.run_table("http.yaml", self.server)

    def test_the_table_of_the_standard_library(self) -> None:
        self.run_table("http-server.yaml", self.server)

    def test_the_table_of_limits(self) -> None:
        with self.start(**LIMITS) as server:
            self.run_table("http-limits.yaml", server)

    def test_the_table_of_asgi(self) -> None:
        if self.front == "threads":
            raise unittest.SkipTest("this front serves no ASGI")
        self.run_table("http-asgi.yaml", self.server)

    def run_table(self, name: str, server: served.Served) -> None:
        for case in tables.read(name):
            if self.front in case.get("fronts", [self.front]) and can_be_asked(case):
                with self.subTest(case["case"]):  # type: ignore[attr-defined]
                    run_case(case, self.front, server.port)


def can_be_asked(case: Dict[str, Any]) -> bool:
    """Whether the packages that a case needs are there, and a build does not refuse its function."""
    needs = case.get("needs", "websockets" if "socket" in case else "")
    target: str = case.get("request", "GET /").split(" ")[1]
    return served.has(needs) and not (served.BUNDLE and target.startswith(NOT_BUILT))


def run_case(case: Dict[str, Any], front: str, port: int) -> None:
    """Send a case's request and check all that it says of the response."""
    method = case.get("request", "GET").split(" ")[0]
    with WireClient(port) as client:
        client.send(*pieces(case))
        if "first" in case:
            assert client.wait_for(case["first"].encode()), "the connection ended before the first part"
            if "gate" in case:
                open_gate(port, case["gate"])
            client.send(*[piece.encode() for piece in case.get("more", ())])
        expected = case.get("answers") or [case]
        for answer in expected:
            response = client.response(answer.get("method", method))
            check(answer, response, front)
        client.send(*map(repeated, case.get("frames", ())))
        if "then" in case:
            following = client.take(len(case["then"])).decode("latin-1")
            assert following == case["then"], f"{following!r}, not {case['then']!r}"
        if "closed" in case:
            assert client.closed() == case["closed"], f"closed: {not case['closed']}"


def pieces(case: Dict[str, Any]) -> List[bytes]:
    """Return the bytes of a case's request, in the pieces in which they are sent."""
    if "raw" in case:
        return [repeated(piece) for piece in case["raw"]]
    method, _, target = case.get("request", "GET " + case.get("socket", "")).partition(" ")
    headers = case.get("headers", {})
    lines = [f"{method} {target} HTTP/1.1", "Host: example.test", *(OPENING if "socket" in case else ())]
    lines += [f"{name}: {value}" for name, value in (headers.items() if isinstance(headers, dict) else headers)]
    body = repeated(case.get("send", ""))
    if "chunks" in case:
        lines.append("Transfer-Encoding: chunked")
        body = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in map(repeated, case["chunks"])) + b"0\r\n\r\n"
    elif "send" in case:
        lines.append(f"Content-Length: {len(body)}")
    head = "\r\n".join([*lines, "", ""]).encode("latin-1")
    return [head + body]


def repeated(text: Any) -> bytes:
    """Return the bytes of a text, or of ``[text, times]``."""
    return text.encode("latin-1") if isinstance(text, str) else text[0].encode("latin-1") * text[1]


def open_gate(port: int, name: str) -> None:
    with WireClient(port) as client:
        client.send(f"GET /opener?{name} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert client.response().status == 204  # type: ignore[union-attr]


def check(expected: Dict[str, Any], response: Any, front: str) -> None:
    """Compare a response with what a case says of it."""
    status = of_front(expected["status"], front)
    if status is None:
        assert response is None, response
        return
    assert response is not None, "the connection ended without a response"
    assert response.status == status, f"status {response.status}, not {status}: {response.body[:300]!r}"
    assert response.whole is not expected.get("broken", False), "whole" if response.whole else "broken"
    for name, value in expected.get("has", {}).items():
        values = response.values(name)
        wanted = [] if value is None else value if isinstance(value, list) else [value]
        assert values == wanted, f"{name}: {values}, not {wanted}"
    if "text" in expected:
        text = response.body.decode("latin-1")
        assert text == expected["text"], f"{text[:300]!r}, not {expected['text']!r}"
    if "size" in expected:
        assert len(response.body) == expected["size"], f"{len(response.body)} bytes, not {expected['size']}"
    if "without" in expected:
        assert expected["without"] not in response.body.decode("latin-1"), expected["without"]
    if "interim" in expected:
        assert response.interim == expected["interim"], response.interim
    if "reason" in expected:
        assert response.reason == expected["reason"], response.reason
    if "framing" in expected:
        assert response.framing == of_front(expected["framing"], front), response.framing
    if "json" in expected:
        check_json(expected["json"], json.loads(response.body))
    check_always(response)


def check_json(expected: Dict[str, Any], told: Dict[str, Any]) -> None:
    """Compare the named parts; ``headers`` must be among those that were told."""
    for name, value in expected.items():
        if name == "headers":
            for field in value:
                assert [field[0].lower(), field[1]] in [[n.lower(), v] for n, v in told["headers"]], told["headers"]
        elif value is None:
            assert told.get(name) is None, f"{name}: {told[name]!r}"
        else:
            assert told.get(name) == value, f"{name}: {told.get(name)!r}, not {value!r}"


def check_always(response: Response) -> None:
    """Compare what every response has."""
    assert response.values("eo-pages-inner-scf-status") == [str(response.status)], response.headers
    intercept = "true" if response.status >= 500 else "false"
    assert response.values("eo-pages-inner-status-intercept") == [intercept], response.headers
    assert len(response.values("date")) == 1, response.headers
    assert len(response.values("functions-request-id")) == 1, response.headers
    assert len(response.values("x-request-id")) == 1, response.headers
    assert len(response.values("content-length")) <= 1, response.headers


def of_front(value: Any, front: str) -> Any:
    """Return what is expected of a front, where the fronts may differ."""
    return value.get(front, value.get("else")) if isinstance(value, dict) else value


class ThreadsTest(Fronts, unittest.TestCase):
    front = "threads"
    # Under a locale of ASCII alone, since the tree has functions with other names.
    environ = {"PAGES_FRONT": "threads", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


class H11Test(Fronts, unittest.TestCase):
    front = "h11"
    needs = "h11"
    environ = {"PAGES_FRONT": "uvicorn", "PAGES_HTTP": "h11"}


class HttptoolsTest(Fronts, unittest.TestCase):
    front = "httptools"
    needs = "httptools"
    environ = {"PAGES_FRONT": "uvicorn", "PAGES_HTTP": "httptools"}


if __name__ == "__main__":
    unittest.main()
