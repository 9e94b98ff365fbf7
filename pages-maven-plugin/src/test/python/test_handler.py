"""The Handler driver; the second class has what CPython's test_httpservers asks of BaseHTTPRequestHandler."""

import unittest
from http.server import BaseHTTPRequestHandler
from typing import Any, Dict, List, Optional, Type

from exchanges import Recorded
from pages_runtime import handler
from pages_runtime.handler_socket import BadResponse


def run(
    cls: Type[BaseHTTPRequestHandler],
    method: str = "GET",
    target: str = "/",
    params: Optional[Dict[str, str]] = None,
    **rest: Any,
) -> Recorded:
    exchange = Recorded(method, target, **rest)
    handler.run(cls, exchange, params or {})
    return exchange


class Hello(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("X-A", "b")
        self.end_headers()
        self.wfile.write(b"hello")


class Stepping(Hello):
    """Overrides a step, so that the head is replayed to it."""

    def handle(self) -> None:
        super().handle()


class HandlerTest(unittest.TestCase):
    def test_a_class_is_called(self) -> None:
        for cls in (Hello, Stepping):
            with self.subTest(cls):
                exchange = run(cls)
                self.assertEqual((200, b"OK", b"hello"), (exchange.status, exchange.reason, exchange.sent))
                self.assertEqual("b", exchange.named()["x-a"])
                self.assertEqual(0, exchange.flushes)

    def test_what_a_class_sees_is_the_same_whether_the_head_is_replayed(self) -> None:
        seen: List[Dict[str, Any]] = []

        class Sees(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                names = ("command", "path", "request_version", "requestline", "client_address", "path_params")
                told = {name: getattr(self, name) for name in names}
                told["headers"] = self.headers.items()
                told["content type"] = self.headers.get_content_type()
                told["charset"] = self.headers.get_content_charset()
                told["all"] = self.headers.get_all("x-multi")
                told["raw"] = self.raw_requestline  # type: ignore[attr-defined]
                told["server"] = (self.server.server_name, self.server.server_port)  # type: ignore[attr-defined]
                seen.append(told)
                self.send_response(204)
                self.end_headers()

        class SeesReplayed(Sees):
            def handle(self) -> None:
                super().handle()

        headers = [(b"Host", b"x"), (b"X-Multi", b"1"), (b"X-Multi", b"caf\xe9"), (b"Content-Type", b"a/b; charset=c")]
        for cls in (Sees, SeesReplayed):
            run(cls, target="/a%20b?c=d", params={"id": "1"}, headers=list(headers))
        seen[1]["headers"].remove(("Connection", "close"))
        self.assertEqual(seen[0], seen[1])
        self.assertEqual(["1", "café"], seen[0]["all"])

    def test_the_class_is_not_changed(self) -> None:
        before = dict(vars(Hello))
        run(Hello, "HEAD")
        self.assertEqual(before, dict(vars(Hello)))

    def test_head_follows_get(self) -> None:
        for cls in (Hello, Stepping):
            self.assertEqual(200, run(cls, "HEAD").status)

    def test_options_and_unknown_methods(self) -> None:
        options = run(Hello, "OPTIONS")
        self.assertEqual((204, "GET, HEAD, OPTIONS", b""), (options.status, options.named()["allow"], options.sent))
        put = run(Hello, "PUT")
        self.assertEqual((405, "GET, HEAD, OPTIONS"), (put.status, put.named()["allow"]))

    def test_a_class_that_makes_its_methods_is_asked(self) -> None:
        class Makes(BaseHTTPRequestHandler):
            def __getattr__(self, name: str) -> Any:
                if name != "do_ANY":
                    raise AttributeError(name)
                return self.any

            def any(self) -> None:
                self.send_response(202)
                self.end_headers()

        self.assertEqual(202, run(Makes, "ANY").status)

    def test_a_flush_of_the_handler_is_passed_on(self) -> None:
        class Flushes(Hello):
            def do_GET(self) -> None:
                super().do_GET()
                self.wfile.flush()

        class FlushesReplayed(Flushes, Stepping):
            pass

        for cls in (Flushes, FlushesReplayed):
            self.assertEqual(1, run(cls).flushes)

    def test_what_is_no_response_is_told(self) -> None:
        def writing(*data: bytes) -> Type[BaseHTTPRequestHandler]:
            class Writes(BaseHTTPRequestHandler):
                def do_GET(self) -> None:
                    for part in data:
                        self.wfile.write(part)

            return Writes

        for data in (
            [],
            [b"body"],
            [b"HTTP/1.1 200 OK\r\nA: b\r\n"],
            [b"HTTP/1.1 2000 OK\r\n\r\n"],
            [b"HTTP/1.1 099 OK\r\n\r\n"],
            [b"HTTP/1.1\r\n\r\n"],
            [b"HTTP/1.1 200 OK\r\nno field\r\n\r\n"],
            [b"HTTP/1.1 200 OK\r\n: b\r\n\r\n"],
            [b"HTTP/1.1 200 OK\r\nA: b\rc\r\n\r\n"],
            [b"HTTP/1.1 200 OK\r\n folded: b\r\n\r\n"],
            [b"HTTP/1.1 100 Continue\r\n\r\n"],
            [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na"],
        ):
            with self.subTest(data), self.assertRaises(BadResponse):
                run(writing(*data))

    def test_views_and_arrays_may_be_written(self) -> None:
        class Writes(Hello):
            def do_GET(self) -> None:
                super().do_GET()
                self.wfile.write(memoryview(b" you"))
                self.wfile.write(bytearray(b" there"))

        self.assertEqual(b"hello you there", run(Writes).sent)

    def test_the_connection_has_what_handlers_ask_of_a_socket(self) -> None:
        class Asks(BaseHTTPRequestHandler):
            timeout = 7

            def do_POST(self) -> None:
                self.connection.setsockopt(1, 2, 3)
                told = [self.connection.gettimeout(), self.connection.getpeername(), self.connection.recv(2)]
                self.connection.shutdown(1)
                self.connection.close()
                self.send_response(200)
                self.end_headers()
                self.connection.send(repr(told).encode())

        class AsksReplayed(Asks):
            def handle(self) -> None:
                super().handle()

        self.assertEqual(b"[7, ('192.0.2.1', 1234), b'ab']", run(AsksReplayed, "POST", body=b"abc").sent)


def replayed(self: BaseHTTPRequestHandler) -> None:
    """Override ``handle`` without a difference."""
    BaseHTTPRequestHandler.handle(self)


class HttpServersTest(unittest.TestCase):
    """The behaviours of CPython's own tests, through the driver."""

    def check(
        self, cls: Type[BaseHTTPRequestHandler], status: int, body: Optional[bytes] = None, **rest: Any
    ) -> Recorded:
        exchange = Recorded()
        for base in (cls, type("Replayed", (cls,), {"handle": replayed})):
            exchange = run(base, **rest)
            self.assertEqual(status, exchange.status)
            if body is not None:
                self.assertEqual(body, exchange.sent)
        return exchange

    def test_send_error_explains_and_escapes(self) -> None:
        class Fails(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_error(404, "<script>", "why & where")

        exchange = self.check(Fails, 404)
        self.assertIn(b"&lt;script&gt;", exchange.sent)
        self.assertIn(b"why &amp; where", exchange.sent)
        self.assertEqual(str(len(exchange.sent)), exchange.named()["content-length"])
        self.assertEqual("text/html;charset=utf-8", exchange.named()["content-type"])

    def test_send_error_without_a_body(self) -> None:
        for status in (204, 205, 304):

            class Fails(BaseHTTPRequestHandler):
                code = status

                def do_GET(self) -> None:
                    self.send_error(self.code)

            self.check(Fails, status, b"")

    def test_head_of_an_error_has_no_body(self) -> None:
        class Fails(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                self.send_error(404)

        self.check(Fails, 404, b"", method="HEAD")

    def test_a_reason_in_latin_1(self) -> None:
        class Says(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(999, "Käse")
                self.end_headers()

        self.assertEqual("Käse".encode("latin-1"), self.check(Says, 999, b"").reason)

    def test_send_response_only_sends_no_server_and_date(self) -> None:
        class Only(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response_only(200)
                self.end_headers()

        self.assertEqual({}, self.check(Only, 200).named())

    def test_a_header_buffer_is_sent_once(self) -> None:
        class Buffers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("A", "1")
                self.flush_headers()
                self.send_header("B", "2")
                self.end_headers()
                self.flush_headers()

        exchange = self.check(Buffers, 200, b"")
        self.assertEqual(("1", "2"), (exchange.named()["a"], exchange.named()["b"]))

    def test_expect_continue_can_be_refused(self) -> None:
        class Refuses(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_expect_100(self) -> bool:
                self.send_error(417)
                return False

            def do_POST(self) -> None:
                raise AssertionError("never called")

        exchange = run(
            Refuses, "POST", headers=[(b"Host", b"x"), (b"Expect", b"100-continue"), (b"Content-Length", b"1")]
        )
        self.assertEqual(417, exchange.status)

    def test_versions_are_those_of_the_request(self) -> None:
        class Tells(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(self.request_version.encode())

        self.check(Tells, 200, b"HTTP/1.0", version="1.0")
        self.check(Tells, 200, b"HTTP/1.1")

    def test_address_string_and_date(self) -> None:
        class Tells(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(f"{self.address_string()} {self.date_time_string(0)}".encode())

        self.check(Tells, 200, b"192.0.2.1 Thu, 01 Jan 1970 00:00:00 GMT")

    def test_close_connection_is_set(self) -> None:
        class Tells(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"%d" % self.close_connection)

        self.check(Tells, 200, b"1", headers=[(b"Host", b"x"), (b"Connection", b"keep-alive")])


if __name__ == "__main__":
    unittest.main()
