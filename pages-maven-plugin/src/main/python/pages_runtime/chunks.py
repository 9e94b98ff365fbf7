"""Decodes the chunked transfer coding (RFC 9112, section 7.1), piece by piece."""

from __future__ import annotations

from .fields import FIELD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List

MAX_LINE = 4096
MAX_TRAILER = 16384


class BadChunk(ValueError):
    """The bytes are no chunked coding."""


class ChunkDecoder:
    """Takes encoded bytes in any pieces, gives the decoded ones; trailers are checked and dropped."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._left = 0
        self._state = self._size
        self._trailer = 0
        self.done = False
        """Whether the end was seen; bytes after it are in ``rest``."""

    @property
    def rest(self) -> bytes:
        """What was fed and not decoded."""
        return bytes(self._buffer)

    def feed(self, data: bytes) -> bytes:
        """Decode more bytes. Raises BadChunk."""
        self._buffer += data
        output: List[bytes] = []
        while not self.done and self._state(output):
            pass
        return b"".join(output)

    def _line(self) -> bytes:
        """Take one line without its CRLF off the buffer, ``None`` while it is incomplete."""
        end = self._buffer.find(b"\n", 0, MAX_LINE)
        if end < 0:
            if len(self._buffer) >= MAX_LINE:
                raise BadChunk("a line is too long")
            return b"\n"
        if self._buffer[end - 1 : end] != b"\r":
            raise BadChunk("a line ends without CR")
        line = bytes(self._buffer[: end - 1])
        del self._buffer[: end + 1]
        if any(byte < 32 and byte != 9 for byte in line):
            raise BadChunk("a control character")
        return line

    def _size(self, output: List[bytes]) -> bool:
        line = self._line()
        if line == b"\n":
            return False
        digits = line.partition(b";")[0].rstrip(b" \t")
        if not digits or len(digits) > 16 or digits.strip(b"0123456789abcdefABCDEF"):
            raise BadChunk("a chunk size is no hexadecimal number")
        self._left = int(digits, 16)
        self._state = self._data if self._left else self._trailers
        return True

    def _data(self, output: List[bytes]) -> bool:
        if not self._buffer:
            return False
        part = bytes(self._buffer[: self._left])
        del self._buffer[: self._left]
        output.append(part)
        self._left -= len(part)
        if not self._left:
            self._state = self._data_end
        return True

    def _data_end(self, output: List[bytes]) -> bool:
        if len(self._buffer) < 2:
            if self._buffer and self._buffer != b"\r":
                raise BadChunk("chunk data is longer than its size")
            return False
        if self._buffer[:2] != b"\r\n":
            raise BadChunk("chunk data is longer than its size")
        del self._buffer[:2]
        self._state = self._size
        return True

    def _trailers(self, output: List[bytes]) -> bool:
        line = self._line()
        if line == b"\n":
            return False
        self._trailer += len(line) + 2
        if self._trailer > MAX_TRAILER:
            raise BadChunk("the trailers are too long")
        if not line:
            self.done = True
        elif not FIELD.fullmatch(line):
            raise BadChunk("a trailer is no field")
        return True
