"""A bounded pool of worker threads; they are made when needed and kept."""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Optional

    Job = Callable[[], None]


class Pool:
    """Runs jobs in at most ``size`` threads; more jobs wait in order. Jobs must not raise.

    A job never waits while there are fewer threads, or while one of them is idle: each job in the
    queue is meant for one thread that waits, or it is backlog.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._lock = threading.Lock()
        self._idle = 0
        """How many threads wait for which no job is meant."""
        self._backlog = 0
        """How many jobs no thread was free for."""
        self._threads = 0

    @property
    def busy(self) -> bool:
        """Whether jobs wait for a thread."""
        return not self._jobs.empty()

    def submit(self, job: Job) -> None:
        """Run a job soon."""
        with self._lock:
            self._jobs.put(job)
            if self._idle > 0:
                self._idle -= 1
                return
            if self._threads == self._size:
                self._backlog += 1
                return
            self._threads += 1
            number = self._threads
        threading.Thread(target=self._work, name=f"pages-{number}", daemon=True).start()

    def _work(self) -> None:
        job: Optional[Job] = None
        while True:
            if job is None:
                job = self._jobs.get()
            job()
            job = None
            job = self._next()

    def _next(self) -> Optional[Job]:
        """Take a job that is there; without one, this thread is idle."""
        with self._lock:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                self._idle += 1
                return None
            if self._backlog > 0:
                self._backlog -= 1
            else:
                self._idle += 1  # The thread that it was meant for waits on.
            return job
