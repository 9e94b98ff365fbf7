"""The lifespan of one ASGI application (ASGI specification, Lifespan Protocol 2.0)."""

from __future__ import annotations

import asyncio
import contextvars

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional


class LifespanError(Exception):
    """The application said that its startup failed."""


class Lifespan:
    """Runs an application's startup and shutdown; one that does not know the protocol is let be."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self._inbox: asyncio.Queue[Dict[str, str]] = asyncio.Queue()
        self._started: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._stopped: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._task: Optional[asyncio.Task[None]] = None
        self.state: Dict[str, Any] = {}
        """What the application shares with its requests; each gets a shallow copy."""

    async def startup(self) -> None:
        """Start, in a context of its own. Raises LifespanError, or what the startup raised."""
        loop = asyncio.get_running_loop()
        self._inbox.put_nowait({"type": "lifespan.startup"})
        self._task = contextvars.Context().run(loop.create_task, self._run())
        await asyncio.shield(self._started)

    async def shutdown(self) -> None:
        """Stop; returns when the application has, whatever it raises."""
        if self._task is None or self._task.done():
            return
        self._inbox.put_nowait({"type": "lifespan.shutdown"})
        await asyncio.wait([self._task, self._stopped], return_when=asyncio.FIRST_COMPLETED)

    async def _run(self) -> None:
        scope = {"type": "lifespan", "asgi": {"version": "3.0", "spec_version": "2.0"}, "state": self.state}
        try:
            await self._application(scope, self._inbox.get, self._send)
        except BaseException as error:
            if not self._started.done() and self._inbox.empty():
                self._started.set_exception(error)
            elif isinstance(error, asyncio.CancelledError):
                raise
        finally:
            if not self._started.done():
                self._started.set_result(None)
            if not self._stopped.done():
                self._stopped.set_result(None)

    async def _send(self, message: Dict[str, Any]) -> None:
        kind = message["type"]
        if kind == "lifespan.startup.complete" and not self._started.done():
            self._started.set_result(None)
        elif kind == "lifespan.startup.failed" and not self._started.done():
            self._started.set_exception(LifespanError(message.get("message") or "the application's startup failed"))
        elif kind in ("lifespan.shutdown.complete", "lifespan.shutdown.failed") and not self._stopped.done():
            self._stopped.set_result(None)
