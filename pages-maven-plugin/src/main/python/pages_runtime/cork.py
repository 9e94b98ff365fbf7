"""A transport that completes a response's head, and sends it together with what is written right after it.

uvloop gathers what is written in one turn of the loop; for asyncio's own transports the head is held here.
"""

from __future__ import annotations

import asyncio

from .unsent import unsent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional

_JOINED = 65536
"""Up to how many bytes are copied to make one write of two."""


class Cork:
    """Wraps a transport; a head that nothing follows at once leaves with the loop's next turn."""

    __slots__ = (
        "_gathers",
        "_held",
        "_loop",
        "_transport",
        "_waits",
        "begins",
        "get_extra_info",
        "is_closing",
        "large",
        "line",
    )

    def __init__(self, transport: Any) -> None:
        self.line: Optional[bytes] = None
        """The status line of the next head, if it is not the one that uvicorn writes."""
        self.large = True
        """Whether the client may have sent a larger head than is allowed."""
        self.begins: Optional[Callable[[int, bytes], bytes]] = None
        """Is called with the status and the bytes of the next head, once; returns lines that the head gets.

        While it is set, that head has not left.
        """
        self.is_closing = transport.is_closing
        self.get_extra_info = transport.get_extra_info
        self._transport = transport
        self._gathers = type(transport).__module__.startswith("uvloop")
        self._loop = asyncio.get_running_loop()
        self._held: Optional[bytes] = None
        self._waits = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Write, or hold a head for a moment; what comes after the connection's end is dropped.

        (uvloop raises for it where asyncio does not, and a client may leave between two writes.)
        """
        if self.is_closing():
            return
        held = self._held
        if held is not None:
            self._held = None
            if len(data) <= _JOINED:
                data = held + data
            else:
                self._transport.write(held)
        elif self.begins is not None and data.startswith(b"HTTP/1.1 ") and not data.startswith(b"100", 9):
            end = data.index(b"\n") + 1
            line = self.line or data[:end]
            data = b"%s%s%s" % (line, self.begins(int(line[9:12]), data), data[end:])
            self.begins = self.line = None
            if not self._gathers:
                self._hold(data)
                return
        self._transport.write(data)

    def _hold(self, head: bytes) -> None:
        self._held = head
        if not self._waits:
            self._waits = True
            self._loop.call_soon(self._next_turn)

    def unsent(self) -> int:
        """Return how many bytes wait for the client."""
        waiting: int = self._transport.get_write_buffer_size()
        return waiting + unsent(self.get_extra_info("socket"))

    def close(self) -> None:
        """Write what is held, then close."""
        self._release()
        self._transport.close()

    def abort(self) -> None:
        """Close at once."""
        self._held = None
        self._transport.abort()

    def _next_turn(self) -> None:
        self._waits = False
        self._release()

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None and not self.is_closing():
            self._transport.write(held)
