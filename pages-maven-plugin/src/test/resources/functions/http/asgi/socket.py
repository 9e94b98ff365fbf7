"""Echoes the messages of a WebSocket; the path says what it does before that."""

import asyncio
import json

gone = {}


async def app(scope, receive, send):
    """Behave as the path says."""
    if scope["type"] == "lifespan":
        scope["state"]["started"] = 1
        assert (await receive())["type"] == "lifespan.startup"
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await send({"type": "lifespan.shutdown.complete"})
    elif scope["type"] == "http":
        while scope["query_string"] == b"wait" and "bye" not in gone:
            await asyncio.sleep(0.01)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": json.dumps({"http": True, "gone": gone.get("bye")}).encode()})
    else:
        assert (await receive())["type"] == "websocket.connect"
        case = scope["path"][len(scope["root_path"]) :].split("/")[1]
        await opened(case, scope, receive, send)


async def opened(case, scope, receive, send):
    if case == "refuse":
        await send({"type": "websocket.close", "code": 4000})
        return
    if case == "deny":
        await send({"type": "websocket.http.response.start", "status": 401, "headers": [(b"x-why", b"because")]})
        await send({"type": "websocket.http.response.body", "body": b"not ", "more_body": True})
        await send({"type": "websocket.http.response.body", "body": b"you"})
        return
    if case == "silent":
        return
    if case == "waits":
        await asyncio.sleep(10)
    if case == "raises":
        raise ValueError("a secret")
    accept = {"type": "websocket.accept", "headers": [(b"x-one", b"1"), (b"set-cookie", b"a=1"), (b"set-cookie", b"b=2")]}
    if scope["subprotocols"]:
        accept["subprotocol"] = scope["subprotocols"][-1]
    await send(accept)
    if case == "raises-late":
        raise ValueError("a secret")
    if case == "returns":
        return
    if case == "closes":
        await send({"type": "websocket.close", "code": 4001, "reason": "bye"})
        return
    if case == "scope":
        names = ("path", "root_path", "raw_path", "query_string", "path_params", "state")
        told = json.dumps([scope[name] for name in names], default=bytes.decode)
        await send({"type": "websocket.send", "text": told})
    await echo(case, receive, send)


async def echo(case, receive, send):
    while True:
        message = await receive()
        if message["type"] == "websocket.disconnect":
            gone[case] = message["code"]
            return
        data = {"text": message["text"]} if message.get("text") is not None else {"bytes": message["bytes"]}
        await send({"type": "websocket.send", **data})
