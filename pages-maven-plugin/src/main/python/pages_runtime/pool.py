"""A bounded pool of worker threads; they are made when needed and kept."""

import threading
from queue import Empty, SimpleQueue
from typing import Callable

Job = Callable[[], None]


class Pool:
    """Runs jobs in at most ``size`` threads; more jobs wait in order. Jobs must not raise."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._lock = threading.Lock()
        self._idle = 0
        self._threads = 0

    @property
    def busy(self) -> bool:
        """Whether jobs wait for a thread."""
        return not self._jobs.empty()

    def submit(self, job: Job) -> None:
        """Run a job soon."""
        self._jobs.put(job)
        with self._lock:
            if self._idle > 0:
                self._idle -= 1
                return
            if self._threads == self._size:
                return
            self._threads += 1
            number = self._threads
        threading.Thread(target=self._work, name=f"pages-{number}", daemon=True).start()

    def _work(self) -> None:
        while True:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                with self._lock:
                    self._idle += 1
                job = self._jobs.get()
            job()
            del job
