import unittest
from typing import Optional

from pages_runtime.head import BadRequest, Head, take

START = b"GET /a?b HTTP/1.1\r\n"
HOST = b"Host: x\r\n"


def parse(data: bytes, max_size: int = 1000, max_fields: int = 10) -> Optional[Head]:
    return take(bytearray(data), max_size, max_fields)


class HeadTest(unittest.TestCase):
    def test_a_whole_head(self) -> None:
        buffer = bytearray(START + HOST + b"X-A:  b \r\n\r\nrest")
        head = take(buffer, 1000, 10)
        assert head is not None
        self.assertEqual(("GET", "/a?b", "1.1"), head[:3])
        self.assertEqual([(b"Host", b"x"), (b"X-A", b"b")], head.headers)
        self.assertEqual((0, True, False), (head.length, head.keep_alive, head.expects))
        self.assertEqual(b"rest", buffer)

    def test_an_incomplete_head_waits(self) -> None:
        whole = START + HOST + b"\r\n"
        for size in range(len(whole)):
            with self.subTest(size):
                self.assertIsNone(parse(whole[:size]))

    def test_keep_alive_and_close(self) -> None:
        for version, connection, kept in (
            (b"1.1", b"", True),
            (b"1.1", b"close", False),
            (b"1.1", b"x, Close", False),
            (b"1.0", b"", False),
            (b"1.0", b"Keep-Alive", True),
            (b"1.0", b"keep-alive, close", False),
            (b"1.9", b"", True),
        ):
            with self.subTest(version=version, connection=connection):
                head = parse(b"GET / HTTP/%s\r\nHost: x\r\nConnection: %s\r\n\r\n" % (version, connection))
                assert head is not None
                self.assertEqual(kept, head.keep_alive)

    def test_two_connection_fields_count_both(self) -> None:
        head = parse(START + HOST + b"Connection: close\r\nConnection: x\r\n\r\n")
        assert head is not None
        self.assertFalse(head.keep_alive)

    def test_what_is_malformed_is_refused(self) -> None:
        for data, status in (
            (START + b"\r\n", 400),
            (START + HOST + HOST + b"\r\n", 400),
            (START + HOST + b"X : y\r\n\r\n", 400),
            (START + HOST + b" X: y\r\n\r\n", 400),
            (START + HOST + b"X: y\r\n z\r\n\r\n", 400),
            (START + HOST + b"X: \x00\r\n\r\n", 400),
            (START + HOST + b"X: a\rb\r\n\r\n", 400),
            (START + HOST + b"X\r\n\r\n", 400),
            (START + HOST + b"Content-Length: 1\r\nContent-Length: 1\r\n\r\n", 400),
            (START + HOST + b"Content-Length: 1,1\r\n\r\n", 400),
            (START + HOST + b"Content-Length: \r\n\r\n", 400),
            (START + HOST + "Content-Length: ²\r\n\r\n".encode("latin-1"), 400),
            (START + HOST + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
            (START + HOST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
            (START + HOST + b"Transfer-Encoding: gzip, chunked\r\n\r\n", 501),
            (b"GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
            (b"GET / HTTP/2.0\r\n\r\n", 505),
            (b"GET / HTTP/0.9\r\n\r\n", 505),
            (b"GET /\r\n", 400),
            (b"GET / HTTP/1.1\n", 400),
            (b"\x16\x03\x01\n", 400),
            (b"GET /\xe4 HTTP/1.1\r\n", 400),
            (START + b"X: " + b"y" * 1000, 431),
            (START + HOST + b"X: y\r\n" * 10 + b"\r\n", 431),
        ):
            with self.subTest(data[:60]), self.assertRaises(BadRequest) as caught:
                parse(data)
            self.assertEqual(status, caught.exception.status, data[:60])


if __name__ == "__main__":
    unittest.main()
