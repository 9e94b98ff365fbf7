import io
import sys
import unittest
from typing import Any
from wsgiref.validate import validator

from exchanges import Recorded
from pages_runtime import wsgi


def run(application: Any, exchange: Recorded, prefix: str = "") -> Recorded:
    wsgi.run(application, exchange, {"id": "1"}, prefix)
    return exchange


class WsgiTest(unittest.TestCase):
    def test_a_validated_application_runs(self) -> None:
        def application(environ: Any, start_response: Any) -> Any:
            environ["wsgi.input"].read(3)
            environ["wsgi.errors"].write("")
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [b"a", b"b"]

        exchange = run(validator(application), Recorded("POST", "/a", body=b"body"))
        self.assertEqual((200, b"OK", b"ab"), (exchange.status, exchange.reason, exchange.sent))

    def test_the_head_waits_for_the_first_part(self) -> None:
        exchange = Recorded()

        def application(environ: Any, start_response: Any) -> Any:
            start_response("200 OK", [])
            yield b""
            self.assertFalse(exchange.started)
            yield b"a"
            self.assertTrue(exchange.started)

        self.assertEqual(b"a", run(application, exchange).sent)

    def test_exc_info_after_the_head_is_raised(self) -> None:
        def application(environ: Any, start_response: Any) -> Any:
            start_response("200 OK", [])
            yield b"a"
            try:
                raise KeyError("late")
            except KeyError:
                start_response("500 Oops", [], sys.exc_info())

        with self.assertRaisesRegex(KeyError, "late"):
            run(application, Recorded())

    def test_close_is_called_whatever_happens(self) -> None:
        class Body:
            closed = False

            def __iter__(self) -> Any:
                raise ValueError

            def close(self) -> None:
                self.closed = True

        body = Body()
        with self.assertRaises(ValueError):
            run(lambda environ, start_response: body, Recorded())
        self.assertTrue(body.closed)

    def test_paths_and_prefixes(self) -> None:
        for prefix, target, script, path in (
            ("", "/", "", "/"),
            ("", "/a", "", "/a"),
            ("/api", "/api", "/api", "/"),
            ("/api", "/api/", "/api", "/"),
            ("/api", "/api/a%20b", "/api", "/a b"),
            ("/%E4%BD%A0", "/%E4%BD%A0/x", "/\xe4\xbd\xa0", "/x"),
        ):
            with self.subTest(target=target):
                environ = wsgi.environ(Recorded(target=target), {}, prefix)
                self.assertEqual((script, path), (environ["SCRIPT_NAME"], environ["PATH_INFO"]))

    def test_fields_of_a_response_are_checked(self) -> None:
        for status, headers in (
            ("200 OK", [("A\r\nB", "c")]),
            ("200 OK", [("A", "b\nc")]),
            ("200 OK", [("", "b")]),
            ("200 OK", [("A b", "c")]),
            ("200\r\nX: y", []),
            ("20 OK", []),
            ("100 Continue", []),
            ("abc OK", []),
            ("200 O\nK", []),
        ):

            def application(environ: Any, start_response: Any, status: str = status, headers: Any = headers) -> Any:
                start_response(status, headers)
                return [b""]

            with self.subTest(status=status, headers=headers), self.assertRaises(ValueError):
                run(application, Recorded())

    def test_a_chunked_body_is_measured_for_who_goes_by_its_length(self) -> None:
        def like_django(environ: Any) -> bytes:
            return bytes(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))

        def like_bottle(environ: Any) -> bytes:
            if "chunked" in environ.get("HTTP_TRANSFER_ENCODING", ""):
                raise ValueError("the chunks are decoded twice")
            return b"".join(environ["wsgi.input"]) + str(environ["CONTENT_LENGTH"]).encode()

        def like_werkzeug(environ: Any) -> bytes:
            self.assertEqual(("chunked", None), (environ["HTTP_TRANSFER_ENCODING"], environ.get("CONTENT_LENGTH")))
            return bytes(environ["wsgi.input"].read()) if environ["wsgi.input_terminated"] else b""

        for read, package, body in (
            (like_django, "django", b"ab\ncd"),
            (like_bottle, "bottle", b"ab\ncd5"),
            (like_werkzeug, "flask", b"ab\ncd"),
        ):

            def application(environ: Any, start_response: Any, read: Any = read) -> Any:
                start_response("200 OK", [])
                return [read(environ)]

            with self.subTest(package):
                exchange = Recorded("POST", "/", [(b"transfer-encoding", b"chunked")], b"ab\ncd")
                wsgi.run(application, exchange, {}, "", frozenset([package]))
                self.assertEqual(body, exchange.sent)

    def test_a_file_is_read_in_blocks_and_closed(self) -> None:
        file = io.BytesIO(b"abcde")
        self.assertEqual([b"ab", b"cd", b"e"], list(wsgi.FileWrapper(file, 2)))
        wsgi.FileWrapper(file).close()
        self.assertTrue(file.closed)


if __name__ == "__main__":
    unittest.main()
