import unittest
from typing import Any, Dict, List, Optional, Tuple

from pages_runtime.limits import body_length, refusal
from pages_runtime.settings import Settings

HOST = (b"host", b"x")


def refused(headers: List[Tuple[bytes, bytes]], version: str = "1.1", **settings: int) -> Optional[int]:
    scope: Dict[str, Any] = {"type": "http", "http_version": version, "headers": headers}
    scope.update(raw_path=b"/", query_string=b"")
    return refusal(scope, dict(headers), Settings(**settings), True)  # type: ignore[arg-type]


class LimitsTest(unittest.TestCase):
    def test_a_sound_head_is_none_of_them(self) -> None:
        self.assertIsNone(refused([HOST]))
        self.assertIsNone(refused([], "1.0"))
        self.assertIsNone(refused([HOST, (b"x", b"1"), (b"x", b"2")]))

    def test_heads_that_contradict_themselves(self) -> None:
        length, chunked = (b"content-length", b"1"), (b"transfer-encoding", b"chunked")
        for headers in ([], [HOST, HOST], [HOST, length, length], [HOST, length, chunked], [HOST, chunked, chunked]):
            with self.subTest(headers):
                self.assertEqual(400, refused(headers))
        self.assertEqual(400, refused([chunked], "1.0"))
        for value in (b"", b"-1", b"+1", b"1_0", b"9" * 19):
            with self.subTest(value):
                self.assertEqual(400, refused([HOST, (b"content-length", value)]))

    def test_hosts_and_codings_that_are_none(self) -> None:
        for value in (b"a b", b"a/b", b"u@a", b"a:b", b"[::1", b"\xe9"):
            with self.subTest(value):
                self.assertEqual(400, refused([(b"host", value)]))
                self.assertEqual(400, refused([(b"host", value)], "1.0"))
        for value in (b"", b"x \t", b"A.b-c_1:80", b"[::1]:80"):
            self.assertIsNone(refused([(b"host", value)]), value)
        for number in range(200):  # More than are remembered.
            self.assertEqual([None, 400], [refused([(b"host", b"h%d%s" % (number, end))]) for end in (b"", b"/")])
        self.assertIsNone(refused([HOST, (b"transfer-encoding", b" Chunked ")]))
        self.assertEqual(501, refused([HOST, (b"transfer-encoding", b"gzip, chunked")]))

    def test_versions(self) -> None:
        self.assertEqual(400, refused([HOST], "0.9"))
        self.assertEqual(505, refused([HOST], "2.0"))

    def test_sizes(self) -> None:
        self.assertEqual(431, refused([HOST] + [(b"x", b"")] * 3, max_fields=3))
        self.assertEqual(431, refused([HOST, (b"x", b"y" * 100)], max_head=100))
        self.assertEqual(431, refused([HOST, (b"x", b"y" * 50), (b"x", b"y" * 50)], max_head=100))
        self.assertEqual(413, refused([HOST, (b"content-length", b"11")], max_body=10))
        self.assertIsNone(refused([HOST, (b"content-length", b"10")], max_body=10))

    def test_the_length_of_a_body(self) -> None:
        self.assertEqual(0, body_length({}))
        self.assertEqual(7, body_length({b"content-length": b"7"}))
        self.assertIsNone(body_length({b"transfer-encoding": b"chunked"}))


if __name__ == "__main__":
    unittest.main()
