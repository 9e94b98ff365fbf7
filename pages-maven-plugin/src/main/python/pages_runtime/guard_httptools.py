"""The guard of uvicorn's httptools protocol.

It rests on httptools' callbacks and, beside what every guard uses, on these names of uvicorn:
``url``, ``pipeline``, ``server_state.total_requests``, ``flow.read_paused``, ``cycle.chunked_encoding``,
``cycle.expected_content_length`` and ``cycle.waiting_for_100_continue``.
"""

from __future__ import annotations

from .guard import Guard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class HttptoolsGuard(Guard):
    """For uvicorn's httptools protocol, which makes a scope where a head begins, and a cycle where it ends."""

    url: bytes
    pipeline: Any
    server_state: Any

    def connection_made(self, transport: Any) -> None:
        self._size = 0
        self._headed: Any = None
        """The scope of the last head that has ended."""
        super().connection_made(transport)
        self.transport.large = False

    def data_received(self, data: bytes) -> None:
        self._heard = True
        if self._size + len(data) > self.settings.max_head:
            self.transport.large = True
        before, cycle = self.scope, self.cycle
        alone = cycle is None or not cycle.more_body
        super(Guard, self).data_received(data)  # type: ignore[misc]
        if self.cycle is cycle and self._in_head():
            # What comes with the end of a body counts from the next time on.
            self._size = (self._size if before is self.scope else 0) + (len(data) if alone or self._size else 1)
            if self._size > self.settings.max_head:
                self.refuse(431)
        if self._stopping:
            self._close_after()

    def on_headers_complete(self) -> None:
        super().on_headers_complete()  # type: ignore[misc]
        self._headed = self.scope
        if self.scope["http_version"] == "1.0":
            cycle = self.cycle
            cycle.waiting_for_100_continue = False
            cycle.chunked_encoding = False
            cycle.expected_content_length = _Unbounded()

    def on_response_complete(self) -> None:
        """Go on with the next request; the timer that uvicorn would set and unset for each is ``sweep``."""
        if self.pipeline or self.flow.read_paused:
            super().on_response_complete()  # type: ignore[misc]
        else:
            self.server_state.total_requests += 1

    def _in_head(self) -> bool:
        return self._headed is None or self._headed is not self.scope

    def _in_body(self) -> bool:
        return bool(self.cycle.more_body)

    def _target(self) -> bytes:
        return self.url


class _Unbounded(int):
    """A length that an HTTP/1.0 response without Content-Length neither reaches nor exceeds.

    uvicorn would frame such a response as chunked, which HTTP/1.0 does not know; it ends with the
    connection instead.
    """

    def __lt__(self, other: int) -> bool:
        return False

    def __sub__(self, other: int) -> _Unbounded:
        return self

    def __ne__(self, other: object) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0
