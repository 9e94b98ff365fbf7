import sys

from shared.gate import gate

closed = []


class Body:
    """An iterable that tells when it is closed, and raises where it is told to."""

    def __init__(self, parts, fail_at=None):
        self.parts = iter(parts)
        self.fail_at = fail_at

    def __iter__(self):
        return self

    def __next__(self):
        if self.fail_at == 0:
            raise ValueError("a secret")
        if self.fail_at is not None:
            self.fail_at -= 1
        return next(self.parts)

    def close(self):
        closed.append(True)


def app(environ, start_response):
    """Behave as the path says."""
    case = environ["PATH_INFO"].strip("/")
    text = [("Content-Type", "text/plain")]
    if case == "parts":
        start_response("200 OK", text)
        return [b"one", b"", b"two"]
    if case == "write":
        write = start_response("200 OK", text)
        write(b"written ")
        return [b"returned"]
    if case == "empty":
        start_response("200 OK", text)
        return []
    if case == "none":
        start_response("204 No Content", [])
        return []
    if case == "cookies":
        start_response("200 Very Fine", [("Set-Cookie", "a=1"), ("Set-Cookie", " b=2"), ("X-Tab", "a\tb")])
        return [b"c"]
    if case == "close":
        start_response("200 OK", text)
        return Body([b"x"])
    if case == "closed":
        start_response("200 OK", text)
        return [b"%d" % len(closed)]
    if case == "raises":
        raise ValueError("a secret")
    if case == "raises-first":
        start_response("200 OK", text)
        return Body([b"x"], 0)
    if case == "raises-late":
        start_response("200 OK", text)
        return Body([b"x" * 20000, b"y"], 1)
    if case == "exc-info":
        start_response("200 OK", text)
        try:
            raise ValueError("replaced")
        except ValueError:
            start_response("503 Busy", text, sys.exc_info())
        return [b"busy"]
    if case == "twice":
        start_response("200 OK", text)
        start_response("200 OK", text)
        return [b"never"]
    if case == "silent":
        return [b"never"]
    if case == "status":
        start_response("2x0 Odd", text)
        return [b"never"]
    if case == "split":
        start_response("200 OK", [("X-Bad", "a\r\nSet-Cookie: b=2")])
        return [b"never"]
    if case == "bytes":
        start_response(b"200 OK", text)
        return [b"never"]
    if case == "text":
        start_response("200 OK", [])
        return ["not ", "bytes"]
    if case == "written-text":
        start_response("200 OK", [])("not bytes")
        return []
    if case == "views":
        start_response("200 OK", [])
        return [bytearray(b"a"), memoryview(b"b"), b"", b"c"]
    if case == "hop":
        start_response("200 OK", [("Connection", "close"), ("Keep-Alive", "1"), ("X", "y")])
        return [b"hop"]
    if case == "long":
        start_response("200 OK", [("Content-Length", "4")])
        return [b"four", b" and more"]
    if case == "short":
        start_response("200 OK", [("Content-Length", "10")])
        return [b"four"]
    if case == "file":
        start_response("200 OK", text)
        return environ["wsgi.file_wrapper"](open(__file__, "rb"), 100)
    if case == "generator":
        start_response("200 OK", text)
        return (b"%d," % number for number in range(5))
    if case == "lazy":
        return lazy(start_response)
    if case == "stream":
        start_response("200 OK", [("Content-Type", "text/event-stream")])
        return stream(environ["QUERY_STRING"])
    if case == "waits":
        gate(environ["QUERY_STRING"]).wait(10)
        start_response("200 OK", text)
        return [b"opened"]
    if case == "lines":
        start_response("200 OK", text)
        return [b"|".join(environ["wsgi.input"])]
    if case == "unread":
        start_response("200 OK", text)
        return [b"unread"]
    if case == "read-on":
        start_response("200 OK", text)
        return (b"got " + line for line in environ["wsgi.input"])
    if case == "errors":
        environ["wsgi.errors"].write("")
        environ["wsgi.errors"].flush()
        start_response("200 OK", text)
        return [b"ok"]
    start_response("404 Not Found", text)
    return [b"no case " + case.encode("latin-1")]


def lazy(start_response):
    """Call start_response when the first part is asked for."""
    start_response("200 OK", [])
    yield b"lazy"


def stream(name):
    yield b"data: 1\n\n"
    gate(name).wait(10)
    yield b"data: 2\n\n"
