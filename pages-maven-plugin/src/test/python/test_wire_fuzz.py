"""Bytes that clients should not send: no front crashes, hangs, or loses step.

The verdicts of the standard-library front are compared with h11's where that is installed. The cases
come from a seed, so a failure can be repeated; PAGES_FUZZ_SEED and PAGES_FUZZ_CASES change them.
"""

import importlib.util
import json
import os
import random
import re
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from typing import Callable, ClassVar, Dict, List, Tuple

import served
from pages_runtime.chunks import BadChunk, ChunkDecoder
from pages_runtime.head import BadRequest, take
from test_http import Fronts
from wire_client import WireClient

SEED = int(os.environ.get("PAGES_FUZZ_SEED", "1"))
CASES = int(os.environ.get("PAGES_FUZZ_CASES", "2000"))
BREAKS = [
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b" ",
    b"\t",
    b":",
    b",",
    b"\xff",
    b"/",
    b"%",
    b"\r\n ",
    b"\x7f",
    b";",
    b"0",
    b"-1",
]
FIELDS = [
    b"Host: x",
    b"Content-Length: 3",
    b"Content-Length: 0",
    b"Transfer-Encoding: chunked",
    b"Connection: close",
    b"Connection: keep-alive",
    b"Expect: 100-continue",
    b"X-A: b",
    b"Upgrade: h2c",
]


def request(chance: random.Random) -> bytes:
    """Make a request that is sound, or nearly so."""
    method = chance.choice([b"GET", b"POST", b"HEAD", b"OPTIONS", b"PUT"])
    target = chance.choice([b"/hello", b"/echo/1?a=b", b"/", b"*", b"http://h/hello", b"/%zz", b"/handler/reader?all"])
    version = chance.choice([b"HTTP/1.1"] * 6 + [b"HTTP/1.0", b"HTTP/2.0", b"HTTP/1.10"])
    fields = [b"Host: x", *chance.sample(FIELDS, chance.randrange(4))]
    body = chance.choice([b"", b"", b"abc", b"3\r\nabc\r\n0\r\n\r\n", b"3;x\r\nabc\r\n0\r\nT: t\r\n\r\n", b"zz\r\n"])
    return b"\r\n".join([method + b" " + target + b" " + version, *fields, b"", b""]) + body


def broken(chance: random.Random, data: bytes) -> bytes:
    """Break a request in up to three places."""
    for _ in range(chance.randrange(4)):
        place = chance.randrange(len(data) + 1)
        kind = chance.randrange(3)
        if kind == 0:
            data = data[:place] + chance.choice(BREAKS) + data[place:]
        elif kind == 1:
            data = data[:place] + data[place + chance.randrange(1, 4) :]
        else:
            data = data[:place] + chance.choice(BREAKS) + data[place + 1 :]
    return data


def our_verdict(data: bytes) -> str:
    """Return what the parser of heads, and that of chunks, make of bytes."""
    buffer = bytearray(data)
    try:
        head = take(buffer, 65536, 200)
        if head is None:
            return "more"
        if head.length is None:
            decoder = ChunkDecoder()
            decoder.feed(bytes(buffer))
            return "whole" if decoder.done else "more"
        return "whole" if len(buffer) >= head.length else "more"
    except (BadRequest, BadChunk):
        return "refused"


def h11_verdict(data: bytes) -> str:
    """Return what h11 makes of the same bytes."""
    import h11

    connection = h11.Connection(h11.SERVER)
    connection.receive_data(data)
    try:
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                return "more"
            if isinstance(event, h11.EndOfMessage):
                return "whole"
            if event is h11.PAUSED or isinstance(event, h11.ConnectionClosed):
                return "more"
    except h11.RemoteProtocolError:
        return "refused"


class ParserFuzzTest(unittest.TestCase):
    def setUp(self) -> None:
        if served.PACKAGES and served.PACKAGES not in sys.path:
            sys.path.append(served.PACKAGES)
            self.addCleanup(sys.path.remove, served.PACKAGES)
        if importlib.util.find_spec("h11") is None:
            self.skipTest("h11 is not in PAGES_TEST_PACKAGES")

    def test_what_h11_refuses_is_not_taken(self) -> None:
        """We may be stricter than h11 (bare line feeds, folded fields ...), never laxer but where it is said here."""
        chance = random.Random(SEED)
        for number in range(CASES * 5):
            data = broken(chance, request(chance))
            theirs = h11_verdict(data)
            if theirs == "refused" and our_verdict(data) == "whole" and not self.is_known(data):
                self.fail(f"case {number} of seed {SEED}: h11 refuses what we take: {data!r}")

    def test_what_is_sound_is_taken_by_both(self) -> None:
        for data in (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"POST / HTTP/1.0\r\nContent-Length: 1\r\n\r\nx"):
            self.assertEqual(("whole", "whole"), (our_verdict(data), h11_verdict(data)))

    def is_known(self, data: bytes) -> bool:
        """Whether h11 is stricter on purpose.

        That is an empty line before the request, versions from 1.2 on, and white space before the
        extension of a chunk (which RFC 9112, section 7.1.1, has us take).
        """
        start = data.split(b"\r\n\r\n")[0]
        later = b" HTTP/1.0\r\n" not in start and b" HTTP/1.1\r\n" not in start
        return data.startswith(b"\r\n") or later or re.search(rb"\n[0-9A-Fa-f]+[ \t]+;", data) is not None


class WireFuzz(Fronts):
    """The tests of a front; what is not sent to its end is given up soon."""

    limits: ClassVar[Dict[str, str]] = {
        "PAGES_HEAD_TIMEOUT": "0.3",
        "PAGES_BODY_TIMEOUT": "0.3",
        "PAGES_IDLE_TIMEOUT": "0.3",
    }

    test_the_table = test_the_table_of_limits = test_the_table_of_asgi = None  # type: ignore[assignment]
    test_the_table_of_the_standard_library = None  # type: ignore[assignment]

    @classmethod
    def start(cls, **environ: str) -> served.Served:
        return super().start(**cls.limits, **environ)

    def test_the_server_answers_or_closes_and_lives_on(self) -> None:
        chance = random.Random(SEED)
        cases = []
        for _ in range(CASES // 10):
            sound = [request(chance).replace(b"HEAD", b"GET") for _ in range(chance.randrange(1, 3))]
            data = b"".join(broken(chance, part) for part in sound)
            cases.append((data, sorted(chance.randrange(len(data) + 1) for _ in range(chance.randrange(3)))))
        self.at_once(self.send, cases)
        with WireClient(self.server.port) as client:
            client.send(b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
            response = client.response()
            assert response is not None and response.body == b"hello"

    def test_a_sound_request_behind_a_body_is_never_lost(self) -> None:
        chance = random.Random(SEED)
        cases = []
        for number in range(CASES // 40):
            body = bytes(chance.randrange(256) for _ in range(chance.randrange(300)))
            chunked = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (body[:100], body[100:]) if c) + b"0\r\n\r\n"
            head = b"POST /handler/reader?%s HTTP/1.1\r\nHost: x\r\n" % chance.choice([b"none", b"all", b"part"])
            data = chance.choice(
                [
                    head + b"Content-Length: %d\r\n\r\n" % len(body) + body,
                    head + b"Transfer-Encoding: chunked\r\n\r\n" + chunked,
                ]
            )
            data += b"GET /echo/%d HTTP/1.1\r\nHost: x\r\n\r\n" % number
            cases.append((data, [chance.randrange(len(data))]))
        # With time: what a busy machine delays between two pieces would be answered with 408.
        with super().start() as server:
            self.at_once(lambda data, cuts: self.follow(server, data, cuts), cases)

    def at_once(self, check: Callable[[bytes, List[int]], None], cases: List[Tuple[bytes, List[int]]]) -> None:
        """Run a check for many cases, on several connections at a time."""
        with ThreadPoolExecutor(16) as clients:
            results = [clients.submit(check, data, cuts) for data, cuts in cases]
            for number, ((data, cuts), result) in enumerate(zip(cases, results)):
                with self.subTest(number, seed=SEED, data=data, cuts=cuts):  # type: ignore[attr-defined]
                    result.result()

    def send(self, data: bytes, cuts: List[int]) -> None:
        """Send bytes in pieces; all responses must be whole and none a 500, and the connection must end."""
        with WireClient(self.server.port) as client:
            client.send(*pieces(data, cuts))
            for _ in range(20):
                response = client.response()
                if response is None:
                    return
                assert response.whole and response.status != 500, response
            raise AssertionError("there are more responses than there can be requests")

    def follow(self, server: served.Served, data: bytes, cuts: List[int]) -> None:
        """Send a request with a body and one behind it; both must be answered."""
        with WireClient(server.port) as client:
            client.send(*pieces(data, cuts))
            first, second = client.response(), client.response()
            assert first is not None and first.status == 200, first
            path = data[data.rindex(b"/echo/") :].split(b" ")[0].decode()
            assert second is not None and json.loads(second.body)["path"] == path, second


def pieces(data: bytes, cuts: List[int]) -> List[bytes]:
    """Cut bytes at these places."""
    return [data[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(data)])]


class ThreadsFuzzTest(WireFuzz, unittest.TestCase):
    front = "threads"
    environ = {"PAGES_FRONT": "threads"}


class H11FuzzTest(WireFuzz, unittest.TestCase):
    front = "h11"
    needs = "h11"
    environ = {"PAGES_FRONT": "uvicorn", "PAGES_HTTP": "h11"}


class HttptoolsFuzzTest(WireFuzz, unittest.TestCase):
    front = "httptools"
    needs = "httptools"
    environ = {"PAGES_FRONT": "uvicorn", "PAGES_HTTP": "httptools"}


if __name__ == "__main__":
    unittest.main()
