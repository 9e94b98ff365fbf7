async def app(scope, receive, send):
    """Fail to start."""
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.failed", "message": "a secret database is away"})
        return
    raise AssertionError("never called")
