"""What a deployment can set, read from the environment once at the start (docs/runtime.md)."""

from __future__ import annotations

from .value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Mapping, Optional


class SettingError(ValueError):
    """A variable of the environment holds a value that is not allowed."""


class Settings(Value):
    """Limits and switches of one server. Durations are seconds, sizes bytes."""

    host: str = "0.0.0.0"
    port: int = 9000
    """0 lets the system choose; an observer is told the number."""
    threads: int = 64
    """How many handlers and WSGI calls run at once; more wait."""
    eager: bool = False
    """Import all functions before the port opens, not at their first requests."""
    max_head: int = 65536
    max_fields: int = 200
    max_body: Optional[int] = None
    max_duration: Optional[float] = None
    head_timeout: float = 30.0
    """How long a client may take for a request head (408)."""
    idle_timeout: float = 75.0
    """How long a kept-alive connection may be silent between requests."""
    body_timeout: float = 60.0
    """How long a client may pause inside a request body (408)."""
    send_timeout: float = 60.0
    """How long a client may take nothing of a response; the connection is cut then."""
    grace: float = 10.0
    """How long requests in flight may go on after SIGTERM."""
    sources_only: bool = False
    """Ignore bytecode of functions, as a server that reloads on changes must."""
    front: str = "auto"
    """``threads`` or ``uvicorn``; auto chooses by the functions' modes. For tests."""
    http: str = "auto"
    """uvicorn's parser: ``h11`` or ``httptools``; auto takes httptools when it is installed."""

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Settings:
        """Read PORT and the PAGES_ variables. Raises SettingError, which names the variable."""
        values = {}
        for field, variable, convert in _VARIABLES:
            text = environ.get(variable, "").strip()
            if text:
                try:
                    values[field] = convert(text)
                except ValueError as error:
                    raise SettingError(f"{variable}={text}: {error}") from None
        return cls(**values)  # type: ignore[arg-type]


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise ValueError("not a whole number above 0")
    return number


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise ValueError("not a port between 0 and 65535")
    return int(text)


def _seconds(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < 1e9:
        raise ValueError("not a number of seconds above 0")
    return number


def _switch(text: str) -> bool:
    if text.lower() not in ("0", "1", "true", "false"):
        raise ValueError("neither 0 nor 1")
    return text.lower() in ("1", "true")


def _one_of(*names: str) -> Callable[[str], str]:
    def convert(text: str) -> str:
        if text not in names:
            raise ValueError("none of " + ", ".join(names))
        return text

    return convert


_VARIABLES = (
    ("host", "PAGES_HOST", str),
    ("port", "PORT", _port),
    ("threads", "PAGES_THREADS", _count),
    ("eager", "PAGES_EAGER", _switch),
    ("max_head", "PAGES_MAX_HEAD", _count),
    ("max_fields", "PAGES_MAX_FIELDS", _count),
    ("max_body", "PAGES_MAX_BODY", _count),
    ("max_duration", "PAGES_MAX_DURATION", _seconds),
    ("head_timeout", "PAGES_HEAD_TIMEOUT", _seconds),
    ("idle_timeout", "PAGES_IDLE_TIMEOUT", _seconds),
    ("body_timeout", "PAGES_BODY_TIMEOUT", _seconds),
    ("send_timeout", "PAGES_SEND_TIMEOUT", _seconds),
    ("grace", "PAGES_GRACE", _seconds),
    ("sources_only", "PAGES_SOURCES_ONLY", _switch),
    ("http", "PAGES_HTTP", _one_of("auto", "h11", "httptools")),
    ("front", "PAGES_FRONT", _one_of("auto", "threads", "uvicorn")),
)
