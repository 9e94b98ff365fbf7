"""A transport that sends a response's head together with what is written right after it."""

import asyncio
from typing import Any, Optional

_JOINED = 65536
"""Up to how many bytes are copied to make one write of two."""


class Cork:
    """Wraps a transport of asyncio; a head that nothing follows at once leaves with the loop's next turn."""

    def __init__(self, transport: Any) -> None:
        self._transport = transport
        self._loop = asyncio.get_running_loop()
        self._held: Optional[bytes] = None
        self._timer: Optional[asyncio.Handle] = None
        self.is_closing = transport.is_closing
        self.get_extra_info = transport.get_extra_info

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
            assert self._timer is not None
            self._timer.cancel()
            if len(data) <= _JOINED:
                data = held + data
            else:
                self._transport.write(held)
        elif data.startswith(b"HTTP/1.1 "):
            self._held = data
            self._timer = self._loop.call_soon(self._release)
            return
        self._transport.write(data)

    def close(self) -> None:
        """Write what is held, then close."""
        self._release()
        self._transport.close()

    def abort(self) -> None:
        """Close at once."""
        self._held = None
        self._transport.abort()

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None and not self.is_closing():
            self._transport.write(held)
