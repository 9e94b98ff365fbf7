import asyncio

from shared.gate import gate

left = []


async def app(scope, receive, send):
    """Behave as the path says."""
    if scope["type"] == "lifespan":
        scope["state"]["started"] = 1
        await lifespan(receive, send)
        return
    case = scope["path"][len(scope["root_path"]) :].strip("/")
    if scope["type"] == "websocket":
        await websocket(case, scope, receive, send)
        return

    async def start(status=200, headers=()):
        await send({"type": "http.response.start", "status": status, "headers": list(headers)})

    async def body(data, more=False):
        await send({"type": "http.response.body", "body": data, "more_body": more})

    if case == "parts":
        await start(headers=[(b"Set-Cookie", b"a=1"), (b"set-cookie", b"b=2")])
        for part in (b"one", b"", b"two"):
            await body(part, True)
        await body(b"")
    elif case == "state":
        scope["state"]["seen"] = scope["state"].get("seen", 0) + 1
        await start()
        await body(b"%d %d" % (scope["state"]["started"], scope["state"]["seen"]))
    elif case == "raises":
        raise ValueError("a secret")
    elif case == "raises-late":
        await start()
        await body(b"begun", True)
        raise ValueError("a secret")
    elif case == "silent":
        return
    elif case == "unfinished":
        await start()
        await body(b"begun", True)
    elif case == "stream":
        await start(headers=[(b"content-type", b"text/event-stream")])
        await body(b"data: 1\n\n", True)
        while not gate(scope["query_string"].decode()).is_set():
            await asyncio.sleep(0.01)
        await body(b"data: 2\n\n")
    elif case == "waits":
        while not gate(scope["query_string"].decode()).is_set():
            await asyncio.sleep(0.01)
        await start()
        await body(b"opened")
    elif case == "unread":
        await start()
        await body(b"unread")
    elif case == "read-on":
        await start()
        more = True
        while more:
            message = await receive()
            more = message.get("more_body", False)
            if message.get("body"):
                await body(b"got " + message["body"], True)
        await body(b"")
    elif case == "leaving":
        await start()
        await body(b"begun", True)
        while (await receive())["type"] != "http.disconnect":
            pass
        left.append(True)
        gate(scope["query_string"].decode()).set()
    elif case == "empty":
        await start(204)
        await body(b"")
    else:
        await start(404)
        await body(b"no case " + case.encode())


async def lifespan(receive, send):
    assert (await receive())["type"] == "lifespan.startup"
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await send({"type": "lifespan.shutdown.complete"})


async def websocket(case, scope, receive, send):
    assert (await receive())["type"] == "websocket.connect"
    if case == "refuse":
        await send({"type": "websocket.close", "code": 4000})
        return
    await send({"type": "websocket.accept"})
    while True:
        message = await receive()
        if message["type"] == "websocket.disconnect":
            return
        await send({"type": "websocket.send", "text": scope["path"] + " " + message["text"]})
