class Resource:
    """An ASGI application whose kind no text tells."""

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            raise ValueError("http only")
        await send({"type": "http.response.start", "status": 200, "headers": [(b"X-Path", scope["path"].encode())]})
        await send({"type": "http.response.body", "body": b"three"})


def make():
    return Resource()


app = make()
