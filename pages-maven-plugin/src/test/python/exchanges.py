"""An exchange in memory, for tests of the drivers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, Dict, List, Optional, Tuple

from pages_runtime.exchange import Exchange, Request

if TYPE_CHECKING:
    from pages_runtime.contract import Headers


class Recorded(Exchange):
    """Keeps what a driver does with it."""

    def __init__(
        self,
        method: str = "GET",
        target: str = "/",
        headers: Optional[Headers] = None,
        body: bytes = b"",
        version: str = "1.1",
    ) -> None:
        path, _, query = target.partition("?")
        fields = headers or []
        by_name = {name.lower(): value for name, value in fields}
        client, server = ("192.0.2.1", 1234), ("127.0.0.1", 9000)
        self.request = Request(method, path, query, version, fields, by_name, client, server, "http", b"an-id", 0.0)
        self._body = io.BytesIO(body)
        self.status = 0
        self.reason = b""
        self.headers: Headers = []
        self.parts: List[bytes] = []
        self.flushes = 0

    def body(self) -> BinaryIO:
        return self._body

    def start(self, status: int, reason: bytes, headers: Headers) -> None:
        assert not self.started
        self.started = True
        self.status, self.reason, self.headers = status, reason, headers

    def write(self, data: bytes) -> None:
        assert self.started and data
        self.parts.append(data)

    def flush(self) -> None:
        self.flushes += 1

    @property
    def sent(self) -> bytes:
        return b"".join(self.parts)

    def named(self) -> Dict[str, str]:
        return {name.decode().lower(): value.decode("latin-1") for name, value in self.headers}

    def all(self) -> Tuple[int, Dict[str, str], bytes]:
        return self.status, self.named(), self.sent
