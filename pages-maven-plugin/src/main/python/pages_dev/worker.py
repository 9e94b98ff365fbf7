"""Runs the bundle's own server in this process, and tells the Java side what happens to it."""

import os
import sys
from typing import Any, Dict, NoReturn, Optional

from . import lifeline
from .channel import Channel
from .standby import Turn


def run(channel: Channel, plan: Dict[str, Any], turn: Turn) -> NoReturn:
    """Serve the bundle, as soon as it is this worker's turn, until SIGTERM; then end this process."""
    from pages_runtime.manifest import Function
    from pages_runtime.observer import Observer, Record

    from . import failure, page

    functions = plan["functions"]

    class Control(Observer):
        def listening(self, host: str, port: int) -> None:
            generation = turn.wait()
            _forget_listings(functions)
            channel.tell("ready", generation=generation, port=port, pid=os.getpid())

        def failed(self, function: Function, error: BaseException) -> bool:
            facts = failure.describe(error, functions)
            channel.tell("broken", generation=turn.generation, file=function.file, **facts)
            return bool(facts["where"])

        def served(self, record: Record) -> bool:
            return True  # The Java side has seen it pass.

        def error_page(self, function: Function, error: BaseException, accept: bytes) -> Optional[bytes]:
            if b"text/html" in accept:
                return page.html(function.file, error, functions)
            return page.json_text(function.file, error, functions)

    try:
        _prepare(plan)
        _serve(plan["bundle"], Control())
    except BaseException as error:
        if isinstance(error, SystemExit) and not error.code:
            _end(0)
        if turn.generation is not None:
            channel.tell("failed", generation=turn.generation, error=failure.headline(error))
        raise
    _end(0)


def _prepare(plan: Dict[str, Any]) -> None:
    os.environ["PAGES_FUNCTIONS"] = plan["functions"]
    os.environ["PAGES_PACKAGES"] = plan["packages"]
    # What multiprocessing imports in spawned children, as when the bundle runs by itself.
    sys.modules["__main__"].__file__ = os.path.join(plan["bundle"], "app.py")
    sys.argv[:] = [sys.modules["__main__"].__file__]
    if "debug" in plan:
        _attach(plan["debug"], plan["tools"])


def _forget_listings(functions: str) -> None:
    """Let the import system list the folders of functions anew: it may have done so before the save."""
    for path in [path for path in sys.path_importer_cache if path.startswith(functions)]:
        del sys.path_importer_cache[path]


def _serve(bundle: str, observer: Any) -> None:
    from pages_runtime.main import serve
    from pages_runtime.settings import Settings

    environ = dict(os.environ, PORT="0", PAGES_HOST="127.0.0.1", PAGES_SOURCES_ONLY="1")
    serve(bundle, Settings.from_environ(environ), observer)


def _attach(port: int, tools: str) -> None:
    """Let a debugger attach before user code is read; the last worker's adapter may still hold the port."""
    import time

    sys.path.append(tools)
    import debugpy

    sys.path.remove(tools)
    for _ in range(50):
        try:
            debugpy.listen(("127.0.0.1", port))
            return
        except (RuntimeError, OSError):
            time.sleep(0.1)
    print(f"debugpy cannot listen on port {port}", file=sys.stderr)


def _end(code: int) -> NoReturn:
    """End now, with all children: threads of user code that are no daemons would keep this process alive."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            pass
    lifeline.end_below(os.getpid())
    os._exit(code)
