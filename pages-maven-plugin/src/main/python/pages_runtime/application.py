"""The ASGI application that uvicorn serves: checks, finds the function, calls it in its own way."""

from __future__ import annotations

import asyncio
import contextvars

from .asgi import Mount
from .asgi_exchange import AsgiExchange
from .dispatch import KNOWN_LENGTH, KNOWN_PATHS, Found
from .flusher import Flusher
from .limits import body_length, refusal
from .loader import Entry
from .log import Batch, failure
from .opening import Opening
from .paths import BadPath, split_target
from .pool import Pool
from .responder import BrokenOff, Responder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, Dict, List, Optional, Tuple, Union

    from .asgi import Place
    from .asgi_body import Receive
    from .asgi_exchange import Send
    from .dispatch import Dispatcher
    from .loader import Loaded
    from .manifest import Function
    from .settings import Settings

    Scope = Dict[str, Any]


class Application:
    """One bundle as an ASGI application; all its functions are reached through it."""

    def __init__(self, dispatcher: Dispatcher, settings: Settings) -> None:
        self._dispatcher = dispatcher
        self._settings = settings
        self._pool = Pool(settings.threads)
        self._flusher = Flusher()
        self._mounts: Dict[str, asyncio.Future[Optional[Mount]]] = {}
        self._places: Dict[bytes, Place] = {}
        self._unlimited = settings.max_body is None and settings.max_duration is None
        self._log: Optional[Batch] = None

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Serve one connection scope."""
        if scope["type"] == "lifespan":
            return self._lifespan(receive, send)
        try:
            raw: bytes = scope.get("raw_path") or scope["path"].encode("latin-1", "replace")
            fields: Dict[bytes, bytes] = dict(scope["headers"])
            place = self._places.get(raw)
            if place is None:
                path, found = self._find(raw)
            else:
                found, path = place.found, place.path
            kind = Responder if scope["type"] == "http" else Opening
            responder = kind(self._dispatcher, scope, path, fields, found, receive, send, self._log or self._batch())
            if place is not None and self._unlimited and not refusal(scope, fields, self._settings, responder.large):
                return responder.call(place)
            return self._serve(scope, found, responder, send)
        except Exception as error:
            failure("The runtime itself failed.", error)
            raise

    def _find(self, raw: bytes) -> Tuple[str, Union[Found, int]]:
        """Return the path of a request target, and who answers it."""
        try:
            path = split_target(raw.decode("latin-1"))[0]
            return path, self._dispatcher.find(path)
        except BadPath:
            return "/", 400

    def upgrades(self, target: bytes) -> bool:
        """Whether a WebSocket may be opened at a target; only ASGI functions take them."""
        try:
            found = self._dispatcher.find(split_target(target.decode("latin-1"))[0])
        except BadPath:
            return False
        return isinstance(found, Found) and found.function.mode in ("asgi", "auto")

    async def _serve(self, scope: Scope, found: Union[Found, int], responder: Responder, send: Send) -> None:
        try:
            await self._decide(scope, found, responder, send)
        except BrokenOff:
            raise
        except Exception as error:
            failure("The runtime itself failed.", error)
            raise

    async def _decide(self, scope: Scope, found: Union[Found, int], responder: Responder, send: Send) -> None:
        if responder.path == "*" and scope.get("method") == "OPTIONS":
            found = 204
        if self._settings.max_body is not None and scope["type"] == "http":
            responder.limit_body(self._settings.max_body)
        status = refusal(scope, responder.fields, self._settings, responder.large)
        if status is not None:
            await responder.refuse(status)
        elif not isinstance(found, Found):
            await responder.answer(found)
        elif self._settings.max_duration is None:
            await self._respond(scope, found, responder, send)
        else:
            await responder.limited(self._respond(scope, found, responder, send), self._settings.max_duration)

    async def _respond(self, scope: Scope, found: Found, responder: Responder, send: Send) -> None:
        loaded = self._dispatcher.loader.loaded(found.function)
        if loaded is None:
            loaded = await self._load(found.function)
        if not isinstance(loaded, Entry):
            await responder.answer(500, self._dispatcher.page(found.function, loaded.error, responder))
        elif loaded.mode == "asgi":
            mount = await self._mount(loaded)
            if mount is None:
                failed = self._dispatcher.loader.load(found.function)
                error: BaseException = failed.error  # type: ignore[union-attr]
                await responder.answer(500, self._dispatcher.page(found.function, error, responder))
            else:
                await responder.call(self._place(mount, found, responder.path, scope.get("raw_path")))
        elif scope["type"] == "http":
            await self._in_thread(found, responder, send)
        else:
            await responder.answer(404)

    async def _in_thread(self, found: Found, responder: Responder, send: Send) -> None:
        request = responder.request()
        length = body_length(request.fields)
        exchange = AsgiExchange(request, responder.receive, send, self._flusher, length, responder.named)
        if not await exchange.input.prefetch():
            return
        context = contextvars.copy_context()

        def job() -> None:
            exchange.end(context.run(self._dispatcher.respond, found, exchange))

        self._pool.submit(job)
        if not await exchange.pump():
            await responder.break_off(responder.refusal)

    async def _load(self, function: Function) -> Loaded:
        """Import a function in a thread, so that the others go on meanwhile."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Loaded] = loop.create_future()

        def job() -> None:
            asyncio.set_event_loop(loop)
            try:
                loaded = self._dispatcher.loader.load(function)
            finally:
                asyncio.set_event_loop(None)
            loop.call_soon_threadsafe(_settle, future, loaded)

        self._pool.submit(job)
        return await future

    async def _mount(self, entry: Entry) -> Optional[Mount]:
        """Return the started mount of an ASGI function; None when its startup failed."""
        file = entry.function.file
        future = self._mounts.get(file)
        if future is not None:
            return future.result() if future.done() else await asyncio.shield(future)
        future = self._mounts[file] = asyncio.get_running_loop().create_future()
        mount: Optional[Mount] = None
        try:
            mount = Mount(entry.target, entry.packages)
            await mount.lifespan.startup()
        except BaseException as error:
            mount = None
            self._dispatcher.loader.fail(entry.function, error)
        future.set_result(mount)
        return mount

    def _place(self, mount: Mount, found: Found, path: str, raw: Optional[bytes]) -> Place:
        """Return a mount at a path, and keep it for the next request."""
        place = mount.place(found, path)
        if raw is not None and len(raw) <= KNOWN_LENGTH:
            if len(self._places) >= KNOWN_PATHS:
                self._places.clear()
            self._places[raw] = place
        return place

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        """Start functions before the port opens if that is wished; stop them at the end."""
        await receive()
        if self._settings.eager:
            for function in self._dispatcher.functions:
                loaded = self._dispatcher.loader.load(function)
                if isinstance(loaded, Entry) and loaded.mode == "asgi":
                    await self._mount(loaded)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        futures: List[asyncio.Future[Optional[Mount]]] = [f for f in self._mounts.values() if f.done()]
        mounts = [mount for mount in (future.result() for future in futures) if mount is not None]
        if mounts:
            stops = [asyncio.ensure_future(mount.lifespan.shutdown()) for mount in mounts]
            await asyncio.wait(stops, timeout=self._settings.grace)
        self._batch().flush()
        await send({"type": "lifespan.shutdown.complete"})

    def _batch(self) -> Batch:
        if self._log is None:
            self._log = Batch(asyncio.get_running_loop().call_later)
        return self._log


def _settle(future: asyncio.Future[Loaded], loaded: Loaded) -> None:
    """Set a result, unless the request that waited was given up."""
    if not future.done():
        future.set_result(loaded)
