"""Ends a process, and all that it has started, as soon as the process that started it is gone."""

import os
import signal
import threading
import time
from typing import Callable, Dict, List, NoReturn


def own_group() -> None:
    """Lead a process group, so that everything that user code starts can be ended with it."""
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)


def end_group(*others: int) -> NoReturn:
    """End this process with its descendants, its group and other groups at once."""
    end_below(os.getpid())
    if hasattr(os, "killpg"):
        for group in (*others, os.getpgrp()):
            send(os.killpg, group, signal.SIGKILL)
    os._exit(1)


def send(kill: Callable[[int, int], None], pid: int, number: int) -> None:
    """Send a signal to a process or a group that may be gone."""
    try:
        kill(pid, number)
    except (ProcessLookupError, PermissionError):
        pass


def end_below(root: int) -> None:
    """End what was started below a process, while that lives: who has lost its parent is not found any more."""
    for pid in descendants(root):
        send(os.kill, pid, signal.SIGKILL)


def descendants(root: int) -> List[int]:
    """Return the processes below one, also those in sessions of their own; none where there is no /proc."""
    children: Dict[int, List[int]] = {}
    for name in os.listdir("/proc") if os.path.isdir("/proc/self") else []:
        if name.isdigit():
            parent = _parent(name)
            children.setdefault(parent, []).append(int(name))
    found = list(children.get(root, []))
    for pid in found:
        found.extend(children.get(pid, []))
    return found


def _parent(pid: str) -> int:
    try:
        with open(f"/proc/{pid}/stat", "rb") as stat:
            # The name before it may hold blanks and brackets.
            return int(stat.read().rpartition(b")")[2].split()[1])
    except (OSError, IndexError):
        return -1


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
