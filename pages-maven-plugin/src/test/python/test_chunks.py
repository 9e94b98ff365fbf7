import unittest

from pages_runtime.chunks import MAX_LINE, MAX_TRAILER, BadChunk, ChunkDecoder

WHOLE = b"3\r\nabc\r\n0A;ext=1\r\n0123456789\r\n0\r\nX-Trailer: t\r\n\r\n"


class ChunksTest(unittest.TestCase):
    def test_pieces_of_every_size_give_the_same(self) -> None:
        for size in range(1, len(WHOLE) + 1):
            with self.subTest(size):
                decoder = ChunkDecoder()
                parts = [decoder.feed(WHOLE[i : i + size]) for i in range(0, len(WHOLE), size)]
                self.assertEqual(b"abc0123456789", b"".join(parts))
                self.assertTrue(decoder.done)

    def test_what_follows_the_end_is_left(self) -> None:
        decoder = ChunkDecoder()
        decoder.feed(WHOLE + b"GET / HTTP/1.1\r\n")
        self.assertEqual(b"GET / HTTP/1.1\r\n", decoder.rest)

    def test_what_is_no_coding_is_refused(self) -> None:
        for data in (
            b"\r\n",
            b"x\r\n",
            b"-1\r\n",
            b"+1\r\n",
            b"0x1\r\n",
            b"1_0\r\n",
            b" 1\r\n",
            b"1\nab",
            b"1\r\nab",
            b"1\r\na\n",
            b"1\r\na\rb",
            b"f" * 17 + b"\r\n",
            b"1" * (MAX_LINE + 1),
            b"1;a\0\r\n",
            b"0\r\nno field\r\n",
            b"0\r\n folded\r\n",
            b"0\r\nT/: t\r\n",
            b"0\r\nT : t\r\n",
            b"0\r\n" + b"a: b\r\n" * MAX_TRAILER,
        ):
            with self.subTest(data[:20]), self.assertRaises(BadChunk):
                ChunkDecoder().feed(data)


if __name__ == "__main__":
    unittest.main()
