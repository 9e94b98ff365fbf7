"""Gives a forked process its own copy of its parent's memory, before it has work to do."""

import os
from typing import Iterator, Tuple

_POPULATE_WRITE = 23
"""MADV_POPULATE_WRITE, Linux 5.14 and later: madvise(2)."""


def own_all() -> None:
    """Copy all pages at once. Else the first request pays for each that it touches: some thousand page faults.

    Where the system cannot, nothing happens: the pages are copied one by one later.
    """
    try:
        import ctypes

        advise = ctypes.CDLL(None).madvise
    except (ImportError, OSError, AttributeError, TypeError):
        return
    for start, end in _writable():
        if advise(ctypes.c_void_p(start), ctypes.c_size_t(end - start), _POPULATE_WRITE):
            return


def _writable() -> Iterator[Tuple[int, int]]:
    """Return the ranges of memory that a fork shares until somebody writes."""
    try:
        with open("/proc/self/maps", encoding="utf-8") as file:
            lines = file.read().splitlines()
    except OSError:
        return
    for line in lines:
        place, access, *_ = line.split(None, 2)
        if access == "rw-p" and "[stack" not in line and os.sep + "dev" + os.sep not in line:
            start, _, end = place.partition("-")
            yield int(start, 16), int(end, 16)
