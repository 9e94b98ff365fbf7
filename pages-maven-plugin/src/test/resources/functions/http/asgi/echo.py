import json


async def app(scope, receive, send):
    """Tell in JSON what an ASGI application is given."""
    if scope["type"] != "http":
        raise ValueError("no lifespan here")
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    told = {name: value for name, value in scope.items() if isinstance(value, (str, dict, type(None)))}
    told["raw_path"] = scope["raw_path"].decode("latin-1")
    told["query_string"] = scope["query_string"].decode("latin-1")
    told["headers"] = [[name.decode("latin-1"), value.decode("latin-1")] for name, value in scope["headers"]]
    told["client"] = scope["client"][0]
    told["body"] = body.decode("latin-1")
    data = json.dumps(told).encode()
    headers = [(b"Content-Type", b"application/json"), (b"content-length", b"%d" % len(data))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": data})
