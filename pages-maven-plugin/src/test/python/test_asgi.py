import asyncio
import unittest
from typing import Any, Dict, FrozenSet, Tuple

from pages_runtime.asgi import Mount
from pages_runtime.dispatch import Found
from pages_runtime.manifest import Function

FUNCTION = Function("api/[id].py", "/api/:id", "asgi", "app", None, ["id"])


async def scope_of(packages: FrozenSet[str], prefix: str, path: str) -> Dict[str, Any]:
    return entered(Mount(object(), packages), Found(FUNCTION, {"id": "1"}, prefix), path)


def entered(mount: Mount, found: Found, path: str) -> Dict[str, Any]:
    scope = {"type": "http", "path": "?"}
    mount.place(found, path).enter(scope)
    return scope


class AsgiTest(unittest.TestCase):
    def paths(self, prefix: str, path: str, *packages: str) -> Tuple[str, str, bytes]:
        scope = asyncio.run(scope_of(frozenset(packages), prefix, path))
        return scope["root_path"], scope["path"], scope["raw_path"]

    def test_the_path_is_whole_and_root_path_its_prefix(self) -> None:
        self.assertEqual(("/api", "/api/a", b"/api/a"), self.paths("/api", "/api/a"))
        self.assertEqual(("/api", "/api/", b"/api"), self.paths("/api", "/api"))
        self.assertEqual(("", "/", b"/"), self.paths("", "/"))
        self.assertEqual(("/a b", "/a b/c/d", b"/a%20b/c%2Fd"), self.paths("/a%20b", "/a%20b/c%2Fd"))

    def test_frameworks_that_read_the_path_raw_get_the_rest(self) -> None:
        for package, root_path in (("sanic", ""), ("falcon", "/api")):
            with self.subTest(package):
                self.assertEqual((root_path, "/a b", b"/a%20b"), self.paths("/api", "/api/a%20b", package))
                self.assertEqual((root_path, "/", b"/"), self.paths("/api", "/api", package))

    def test_parameters_and_state_are_copies(self) -> None:
        async def check() -> None:
            mount = Mount(object(), frozenset())
            mount.lifespan.state["a"] = 1
            found = Found(FUNCTION, {"id": "1"}, "")
            scope = entered(mount, found, "/")
            scope["state"]["a"] = scope["path_params"]["id"] = "changed"
            self.assertEqual(({"a": 1}, {"id": "1"}), (mount.lifespan.state, found.params))

        asyncio.run(check())


if __name__ == "__main__":
    unittest.main()
