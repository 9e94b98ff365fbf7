"""What all connections of the standard-library front have in common."""

from __future__ import annotations

from .flusher import Flusher
from .pool import Pool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .dispatch import Dispatcher
    from .settings import Settings


class Service:
    """The dispatcher that answers, its limits, and the threads that work; one for each process."""

    def __init__(self, dispatcher: Dispatcher, settings: Settings) -> None:
        self.dispatcher = dispatcher
        self.settings = settings
        self.pool = Pool(settings.threads)
        self.flusher = Flusher()
        self.stopping = False
