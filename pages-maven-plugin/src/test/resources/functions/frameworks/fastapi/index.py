import asyncio
from contextlib import asynccontextmanager

from fastapi import BackgroundTasks, FastAPI, Request, WebSocket
from fastapi.responses import RedirectResponse, StreamingResponse
from fastapi.staticfiles import StaticFiles


@asynccontextmanager
async def lifespan(app):
    app.state.events = ["started"]
    yield {"shared": 7}


app = FastAPI(lifespan=lifespan)
inner = FastAPI()
app.mount("/inner", inner)
app.mount("/static", StaticFiles(directory="static"), name="static")


@app.get("/")
async def index(request: Request):
    return {
        "url": str(request.url),
        "base": str(request.base_url),
        "item": str(request.url_for("item", n=3)),
        "static": str(request.url_for("static", path="a.css")),
        "shared": request.state.shared,
        "root": request.scope["root_path"],
    }


@app.get("/item/{n}")
def item(n: int):
    return {"n": n}


@app.get("/slash/")
async def slash():
    return "slash"


@app.get("/away")
async def away(request: Request):
    return RedirectResponse(request.url_for("item", n=4))


@app.get("/stream")
async def stream():
    async def parts():
        for number in range(5):
            yield f"{number},"
            await asyncio.sleep(0)

    return StreamingResponse(parts(), media_type="text/plain")


@app.post("/json")
async def body(value: dict):
    return value


@app.get("/later")
async def later(tasks: BackgroundTasks):
    tasks.add_task(app.state.events.append, "task")
    return "later"


@app.get("/events")
async def events():
    while "task" not in app.state.events:  # it runs after its response
        await asyncio.sleep(0.01)
    return app.state.events


@app.get("/error")
async def error():
    raise ValueError("a secret")


@app.websocket("/ws/{name}")
async def socket(websocket: WebSocket, name: str):
    await websocket.accept(subprotocol="echo" if websocket.headers.get("sec-websocket-protocol") else None)
    async for text in websocket.iter_text():
        await websocket.send_text(f"{name} {websocket.url.path} {text}")


@inner.get("/deep")
async def deep(request: Request):
    return {"url": str(request.url), "root": request.scope["root_path"]}
