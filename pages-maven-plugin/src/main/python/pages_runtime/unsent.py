"""How much of what was sent a client has not taken yet, as far as the kernel tells."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket


def unsent(sock: socket.socket) -> int:
    """Return how many bytes wait in the kernel; 0 where it does not tell."""
    try:
        from fcntl import ioctl
        from termios import TIOCOUTQ

        return int.from_bytes(ioctl(sock.fileno(), TIOCOUTQ, bytes(4)), sys.byteorder)
    except (ImportError, OSError):
        return 0
