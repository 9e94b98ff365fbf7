import contextlib
import io
import sys
import tempfile
import threading
import unittest
from pathlib import Path
from typing import Any, Iterator, List

from pages_runtime.loader import Entry, Failed, Loader, mode_of
from pages_runtime.manifest import Function
from pages_runtime.observer import Observer


class Keeps(Observer):
    def __init__(self) -> None:
        self.failures: List[str] = []

    def failed(self, function: Function, error: BaseException) -> bool:
        self.failures.append(function.file)
        return False


class LoaderTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        sys.path.insert(0, folder.name)
        self.addCleanup(sys.path.remove, folder.name)
        self.keeps = Keeps()
        self.loader = Loader(folder.name, self.keeps)

    def function(self, name: str, text: str, mode: str = "wsgi", symbol: str = "app") -> Function:
        (self.folder / f"{name}.py").write_text(text)
        self.addCleanup(sys.modules.pop, name, None)
        return Function(f"{name}.py", f"/{name}", mode, symbol, None, [])

    @contextlib.contextmanager
    def errors(self) -> Iterator[io.StringIO]:
        with contextlib.redirect_stderr(io.StringIO()) as stream:
            yield stream

    def test_many_threads_import_once(self) -> None:
        text = "import threading, time\ntime.sleep(0.05)\nthreads = [1]\napp = object()\n"
        function = self.function(
            "loaded_once", "import builtins\nbuiltins.loads = getattr(builtins, 'loads', 0) + 1\n" + text
        )
        found: List[Any] = []
        threads = [threading.Thread(target=lambda: found.append(self.loader.load(function))) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        import builtins

        self.assertEqual(1, vars(builtins).pop("loads"))
        self.assertEqual(1, len(set(map(id, found))))
        self.assertIs(found[0], self.loader.loaded(function))

    def test_one_slow_import_does_not_hold_up_another(self) -> None:
        slow = self.function("loaded_slowly", "import shared_gate\nshared_gate.gate.wait(10)\napp = 1\n")
        (self.folder / "shared_gate.py").write_text("import threading\ngate = threading.Event()\n")
        self.addCleanup(sys.modules.pop, "shared_gate", None)
        thread = threading.Thread(target=self.loader.load, args=(slow,))
        thread.start()
        self.assertIsInstance(self.loader.load(self.function("loaded_fast", "app = 1\n")), Entry)
        self.assertIsNone(self.loader.loaded(slow))
        import shared_gate  # type: ignore[import-not-found]

        shared_gate.gate.set()
        thread.join()
        self.assertIsInstance(self.loader.loaded(slow), Entry)

    def test_a_failure_is_kept_and_reported_once(self) -> None:
        for name, text in (
            ("fails_import", "import a_module_that_nobody_has\n"),
            ("fails_syntax", "def\n"),
            ("fails_exit", "import sys\nsys.exit(3)\n"),
            ("fails_symbol", "other = 1\n"),
            ("fails_interrupt", "raise KeyboardInterrupt\n"),
        ):
            function = self.function(name, text)
            with self.subTest(name), self.errors() as errors:
                first, second = self.loader.load(function), self.loader.load(function)
                self.assertIsInstance(first, Failed)
                self.assertIs(first, second)
                self.assertEqual(1, errors.getvalue().count(f"The function {name}.py cannot be loaded"))
                self.assertEqual([f"{name}.py"], self.keeps.failures)
            self.keeps.failures.clear()

    def test_a_nested_symbol(self) -> None:
        loaded = self.loader.load(self.function("loaded_nested", "class shop:\n    app = 7\n", symbol="shop.app"))
        assert isinstance(loaded, Entry)
        self.assertEqual(7, loaded.target)

    def test_the_mode_of_what_no_text_tells(self) -> None:
        from functools import partial
        from http.server import BaseHTTPRequestHandler

        async def asgi(scope: Any, receive: Any, send: Any) -> None: ...
        def wsgi(environ: Any, start_response: Any) -> None: ...
        def three(scope: Any, receive: Any, send: Any) -> None: ...

        class Asgi:
            async def __call__(self, scope: Any, receive: Any, send: Any) -> None: ...

        class Wsgi:
            def __call__(self, environ: Any, start_response: Any, more: Any = None) -> None: ...

        self.assertEqual("handler", mode_of(type("H", (BaseHTTPRequestHandler,), {})))
        self.assertEqual(["asgi"] * 4, [mode_of(t) for t in (asgi, three, Asgi(), partial(asgi))])
        self.assertEqual(["wsgi"] * 3, [mode_of(t) for t in (wsgi, Wsgi(), partial(wsgi))])
        for target in (None, "app", type("C", (), {}), lambda: None):
            with self.subTest(target), self.assertRaises(TypeError):
                mode_of(target)


if __name__ == "__main__":
    unittest.main()
