import asyncio
import unittest
from typing import List

from pages_runtime.cork import Cork

HEAD = b"HTTP/1.1 200 OK\r\n\r\n"
WHOLE = b"HTTP/1.1 200 OK\r\nadded: 200\r\n\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class Transport:
    def __init__(self) -> None:
        self.written: List[bytes] = []
        self.closed = False

    def write(self, data: bytes) -> None:
        assert not self.closed
        self.written.append(data)

    def close(self) -> None:
        self.closed = True

    def abort(self) -> None:
        self.closed = True

    def is_closing(self) -> bool:
        return self.closed

    def get_extra_info(self, name: str) -> str:
        return name


class CorkTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self) -> None:
        self.transport = Transport()

    def cork(self) -> Cork:
        cork = Cork(self.transport)
        cork.begins = lambda status, head: b"added: %d\r\n" % status
        return cork

    async def test_head_and_body_are_one_write(self) -> None:
        cork = self.cork()
        cork.write(HEAD)
        cork.write(b"body")
        cork.write(b"more")
        await asyncio.sleep(0)
        self.assertEqual([WHOLE + b"body", b"more"], self.transport.written)

    async def test_a_head_alone_leaves_with_the_next_turn(self) -> None:
        cork = self.cork()
        cork.write(HEAD)
        self.assertEqual([], self.transport.written)
        await asyncio.sleep(0)
        self.assertEqual([WHOLE], self.transport.written)

    async def test_a_large_body_is_not_copied(self) -> None:
        cork = self.cork()
        cork.write(HEAD)
        cork.write(bytes(100000))
        self.assertEqual([WHOLE, bytes(100000)], self.transport.written)

    async def test_closing_sends_what_is_held_and_aborting_does_not(self) -> None:
        cork = self.cork()
        cork.write(HEAD)
        cork.close()
        await asyncio.sleep(0)
        self.assertEqual(([WHOLE], True), (self.transport.written, self.transport.closed))
        self.transport = Transport()
        cork = self.cork()
        cork.write(HEAD)
        cork.abort()
        await asyncio.sleep(0)
        self.assertEqual([], self.transport.written)

    async def test_an_interim_head_is_neither_held_nor_completed(self) -> None:
        cork = self.cork()
        cork.write(CONTINUE)
        self.assertEqual([CONTINUE], self.transport.written)
        cork.write(HEAD)
        await asyncio.sleep(0)
        self.assertEqual([CONTINUE, WHOLE], self.transport.written)

    async def test_one_head_is_completed(self) -> None:
        cork = self.cork()
        cork.write(HEAD)
        cork.write(HEAD)
        self.assertEqual([WHOLE + HEAD], self.transport.written)

    async def test_all_else_is_the_transports(self) -> None:
        self.assertEqual("peername", Cork(self.transport).get_extra_info("peername"))


if __name__ == "__main__":
    unittest.main()
