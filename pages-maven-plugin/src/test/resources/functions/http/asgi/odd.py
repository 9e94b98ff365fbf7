"""An application whose responses are wrong; the path says how."""

HEADS = {
    "split": (200, [(b"x-a", b"b\r\nx-evil: c")]),
    "name": (200, [(b"x a", b"b")]),
    "status600": (600, []),
    "status103": (103, []),
    "number": (200, [(b"content-length", b"abc")]),
    "long": (200, [(b"content-length", b"2")]),
    "short": (200, [(b"content-length", b"5")]),
    "status204": (204, [(b"x-a", b"b"), (b"content-length", b"3")]),
    "status304": (304, [(b"content-length", b"3")]),
    "late": (200, []),
    "twice": (200, []),
}


async def app(scope, receive, send):
    """Send the head that the path names, and three bytes."""
    if scope["type"] == "lifespan":
        raise RuntimeError("there is none")
    case = scope["path"].rpartition("/")[2]
    status, headers = HEADS[case]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    if case == "twice":
        await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if case == "status304" else b"abc"})
    if case == "late":
        raise ValueError("after the end")
