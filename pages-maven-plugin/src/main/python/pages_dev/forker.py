"""Forks a worker for each state of the sources, one ahead of its time, and tells how each ended."""

import os
import selectors
import signal
import time
from typing import Any, Callable, Dict, NoReturn, Optional, Set

from . import lifeline
from .channel import Channel
from .standby import Standby, State, Turn

GRACE = 2.0
"""Seconds that a worker has between the request to end and the end."""

PAUSE = 0.1
"""Seconds without a command after which the next worker is forked ahead: the last one has its first requests then."""

Serve = Callable[[Turn], NoReturn]


class Forker:
    """The loop of a process with one thread: a fork copies no lock that is held."""

    def __init__(self, channel: Channel, serve: Serve, state: Callable[[], Optional[State]]) -> None:
        self._channel = channel
        self._serve = serve
        self._state = state
        self._standby: Optional[Standby] = None
        self._resting = False
        self._others: Set[int] = set()
        self._workers: Dict[int, int] = {}
        self._deadlines: Dict[int, float] = {}
        self._held, self._holding = os.pipe()
        self._woken, self._waking = os.pipe()

    def run(self) -> NoReturn:
        """Obey until the Java side is gone."""
        os.set_blocking(self._waking, False)
        signal.set_wakeup_fd(self._waking, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGTERM, lambda *_: self._end())
        with selectors.DefaultSelector() as selector:
            selector.register(self._channel.input, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while True:
                ready = selector.select(self._patience())
                if not ready:
                    self._stand_by()
                for key, _ in ready:
                    if key.fd == self._woken:
                        os.read(self._woken, 4096)
                    else:
                        self._obey()
                self._collect()

    def _obey(self) -> None:
        commands = self._channel.read()
        if commands is None:
            self._end()
        for command in commands:
            generation = command["generation"]
            if command["command"] == "go":
                self._workers[generation] = self._turn(generation) or self._fork(Turn(generation))
                self._resting = False
            elif generation in self._workers:
                lifeline.send(os.kill, self._workers[generation], signal.SIGTERM)
                self._deadlines[generation] = time.monotonic() + GRACE

    def _turn(self, generation: int) -> Optional[int]:
        """Let the worker that stands by serve; None when there is none, or it has read something else."""
        standby, self._standby = self._standby, None
        if standby is None:
            return None
        if standby.take(generation, self._state()):
            self._others.discard(standby.pid)
            return standby.pid
        return None

    def _stand_by(self) -> None:
        """Fork the next worker ahead of its time."""
        self._resting = True
        served = self._state()
        if self._standby is not None or served is None:
            return
        reading, writing = os.pipe()
        pid = self._fork(Turn(None, reading), writing)
        os.close(reading)
        self._others.add(pid)
        self._standby = Standby(pid, writing, served)

    def _fork(self, turn: Turn, unwanted: int = -1) -> int:
        pid = os.fork()
        if pid:
            return pid
        try:
            lifeline.own_group()
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            self._channel.forked()
            for descriptor in (self._holding, self._woken, self._waking, unwanted):
                if descriptor >= 0:
                    os.close(descriptor)
            held = self._held
            lifeline.hold(lambda: os.read(held, 1))
            self._serve(turn)
        finally:
            os._exit(1)

    def _patience(self) -> Any:
        if not self._resting:
            return PAUSE
        if not self._deadlines:
            return None
        return max(0.0, min(self._deadlines.values()) - time.monotonic())

    def _collect(self) -> None:
        """Tell which workers have ended; end those whose time is over."""
        for generation, pid in list(self._workers.items()):
            if self._deadlines.get(generation, float("inf")) <= time.monotonic():
                lifeline.end_below(pid)
                lifeline.send(os.killpg, pid, signal.SIGKILL)
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                lifeline.send(os.killpg, pid, signal.SIGKILL)
                del self._workers[generation]
                self._deadlines.pop(generation, None)
                code = 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
                self._channel.tell("exited", generation=generation, code=code)

        self._reap()

    def _reap(self) -> None:
        """Forget workers that have ended before, or without, their turn."""
        for pid in list(self._others):
            if os.waitpid(pid, os.WNOHANG)[0]:
                self._others.discard(pid)
                if self._standby is not None and self._standby.pid == pid:
                    self._standby.close()
                    self._standby = None

    def _end(self) -> NoReturn:
        lifeline.end_group(*self._workers.values(), *self._others)
