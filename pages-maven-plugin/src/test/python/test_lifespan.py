import asyncio
import contextvars
import unittest
from typing import Any

from pages_runtime.lifespan import Lifespan, LifespanError

VARIABLE = contextvars.ContextVar("VARIABLE", default="unset")


class LifespanTest(unittest.IsolatedAsyncioTestCase):
    async def test_startup_fills_the_state_and_shutdown_is_waited_for(self) -> None:
        seen = []

        async def application(scope: Any, receive: Any, send: Any) -> None:
            seen.append((await receive())["type"])
            scope["state"]["a"] = 1
            await send({"type": "lifespan.startup.complete"})
            seen.append((await receive())["type"])
            await asyncio.sleep(0)
            seen.append("stopped")
            await send({"type": "lifespan.shutdown.complete"})

        lifespan = Lifespan(application)
        await lifespan.startup()
        self.assertEqual({"a": 1}, lifespan.state)
        await lifespan.shutdown()
        self.assertEqual(["lifespan.startup", "lifespan.shutdown", "stopped"], seen)

    async def test_an_application_that_does_not_know_the_protocol_is_let_be(self) -> None:
        async def refuses(scope: Any, receive: Any, send: Any) -> None:
            raise ValueError("http only")

        async def returns(scope: Any, receive: Any, send: Any) -> None:
            return

        for application in (refuses, returns):
            lifespan = Lifespan(application)
            await lifespan.startup()
            await lifespan.shutdown()

    async def test_a_failed_startup_is_told(self) -> None:
        async def application(scope: Any, receive: Any, send: Any) -> None:
            await receive()
            await send({"type": "lifespan.startup.failed", "message": "no database"})

        with self.assertRaisesRegex(LifespanError, "no database"):
            await Lifespan(application).startup()

    async def test_an_exception_after_the_startup_was_asked_for_is_told(self) -> None:
        async def application(scope: Any, receive: Any, send: Any) -> None:
            await receive()
            raise OSError("no database")

        with self.assertRaisesRegex(OSError, "no database"):
            await Lifespan(application).startup()

    async def test_an_exception_in_the_shutdown_ends_it(self) -> None:
        async def application(scope: Any, receive: Any, send: Any) -> None:
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            raise OSError("gone")

        lifespan = Lifespan(application)
        await lifespan.startup()
        await lifespan.shutdown()

    async def test_the_context_is_not_that_of_the_first_request(self) -> None:
        async def application(scope: Any, receive: Any, send: Any) -> None:
            await receive()
            scope["state"]["seen"] = VARIABLE.get()
            await send({"type": "lifespan.startup.complete"})
            await receive()

        VARIABLE.set("of a request")
        lifespan = Lifespan(application)
        await lifespan.startup()
        self.assertEqual("unset", lifespan.state["seen"])
        await lifespan.shutdown()


if __name__ == "__main__":
    unittest.main()
