"""Ends a process, and all that it has started, as soon as the process that started it is gone."""

import os
import signal
import threading
import time
from typing import Callable, NoReturn


def own_group() -> None:
    """Lead a process group, so that everything that user code starts can be ended with it."""
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)


def end_group() -> NoReturn:
    """End this process and its group at once."""
    if hasattr(os, "killpg"):
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(1)


def hold(wait: Callable[[], object]) -> None:
    """End the group when ``wait`` returns: it blocks while the parent lives.

    User code may close the descriptor that ``wait`` reads; then the parent's number is looked at.
    """
    parent = os.getppid()

    def watch() -> None:
        try:
            wait()
        except OSError:
            while os.getppid() == parent:
                time.sleep(0.2)
        end_group()

    threading.Thread(target=watch, name="pages-lifeline", daemon=True).start()
