import asyncio
import sys
import types
import unittest
from typing import Any, Dict, Tuple
from unittest import mock

from pages_runtime.asgi import Mount, wants_stripped_path
from pages_runtime.dispatch import Found
from pages_runtime.manifest import Function

FUNCTION = Function("api/[id].py", "/api/:id", "asgi", "app", None, ["id"])


def of_module(name: str) -> Any:
    """Return an instance of a class that says that it is of a module."""
    return type("Application", (), {"__module__": name})()


async def scope_of(application: Any, prefix: str, path: str) -> Dict[str, Any]:
    return entered(Mount(application), Found(FUNCTION, {"id": "1"}, prefix), path)


def entered(mount: Mount, found: Found, path: str) -> Dict[str, Any]:
    scope = {"type": "http", "path": "?"}
    mount.place(found, path).enter(scope)
    return scope


class AsgiTest(unittest.TestCase):
    def paths(self, application: Any, prefix: str, path: str) -> Tuple[str, str, bytes]:
        scope = asyncio.run(scope_of(application, prefix, path))
        return scope["root_path"], scope["path"], scope["raw_path"]

    def test_the_path_is_whole_and_root_path_its_prefix(self) -> None:
        self.assertEqual(("/api", "/api/a", b"/api/a"), self.paths(object(), "/api", "/api/a"))
        self.assertEqual(("/api", "/api/", b"/api"), self.paths(object(), "/api", "/api"))
        self.assertEqual(("", "/", b"/"), self.paths(object(), "", "/"))
        self.assertEqual(("/a b", "/a b/c/d", b"/a%20b/c%2Fd"), self.paths(object(), "/a%20b", "/a%20b/c%2Fd"))

    def test_frameworks_that_read_the_path_raw_get_the_rest(self) -> None:
        for module, root_path in (("sanic.app", ""), ("falcon.asgi.app", "/api")):
            with self.subTest(module):
                application = of_module(module)
                self.assertEqual((root_path, "/a b", b"/a%20b"), self.paths(application, "/api", "/api/a%20b"))
                self.assertEqual((root_path, "/", b"/"), self.paths(application, "/api", "/api"))

    def test_old_starlette_gets_the_rest(self) -> None:
        for version, stripped in (("0.32.0", True), ("0.9", True), ("0.33.0", False), ("0.41", False), ("1.7", False)):
            starlette = types.ModuleType("starlette")
            starlette.__version__ = version  # type: ignore[attr-defined]
            with self.subTest(version), mock.patch.dict(sys.modules, {"starlette": starlette}):
                for module in ("starlette.applications", "fastapi.applications"):
                    self.assertEqual(stripped, wants_stripped_path(of_module(module)))

    def test_parameters_and_state_are_copies(self) -> None:
        async def check() -> None:
            mount = Mount(object())
            mount.lifespan.state["a"] = 1
            found = Found(FUNCTION, {"id": "1"}, "")
            scope = entered(mount, found, "/")
            scope["state"]["a"] = scope["path_params"]["id"] = "changed"
            self.assertEqual(({"a": 1}, {"id": "1"}), (mount.lifespan.state, found.params))

        asyncio.run(check())


if __name__ == "__main__":
    unittest.main()
