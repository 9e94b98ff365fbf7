"""A worker that has started its server before it is wanted: what is left to do after a save is to import user code."""

import os
import signal
from typing import Optional, Tuple

from . import memory

State = Tuple[bytes, Tuple[str, ...]]
"""What a server reads before its first request."""


def is_possible() -> bool:
    """Whether a server can start without user code; the environment of this process says so, and stays."""
    from pages_runtime.settings import SettingError, Settings

    try:
        return not Settings.from_environ(os.environ).eager
    except SettingError:
        return False


def state(bundle: str, functions: str) -> Optional[State]:
    """Return the route table and the names beside it; None while there is none."""
    try:
        with open(os.path.join(bundle, "config.json"), "rb") as file:
            return file.read(), tuple(sorted(os.listdir(functions)))
    except OSError:
        return None


class Turn:
    """When a worker begins to answer, and for which state of the sources: at once, or when a pipe names it."""

    def __init__(self, generation: Optional[int], pipe: int = -1) -> None:
        self.generation = generation
        self._pipe = pipe

    def wait(self) -> int:
        """Return the number of the generation. A standby that nobody wants any more ends here."""
        if self.generation is None:
            memory.own_all()
            text = os.read(self._pipe, 32)
            os.close(self._pipe)
            if not text:
                os._exit(0)
            self.generation = int(text)
        return self.generation


class Standby:
    """The forking process's side of a worker that waits for its turn."""

    def __init__(self, pid: int, pipe: int, served: State) -> None:
        self.pid = pid
        self._pipe = pipe
        self._served = served

    def take(self, generation: int, wanted: Optional[State]) -> bool:
        """Give it its turn; false, and it ends, when it has read another state than the wanted one."""
        fits = self._served == wanted
        try:
            if fits:
                os.write(self._pipe, b"%d" % generation)
            else:
                os.kill(self.pid, signal.SIGKILL)
        except OSError:
            return False
        finally:
            self.close()
        return fits

    def close(self) -> None:
        """Let go of the pipe: a standby that still waits ends."""
        os.close(self._pipe)
