from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Mount, Route


async def index(request):
    return JSONResponse({"url": str(request.url), "item": str(request.url_for("sub:item", n=3))})


async def item(request):
    return JSONResponse({"n": request.path_params["n"], "root": request.scope["root_path"]})


async def count(request):
    request.session["n"] = request.session.get("n", 0) + 1
    return PlainTextResponse(str(request.session["n"]))


async def large(request):
    return PlainTextResponse("x" * 5000)


app = Starlette(
    routes=[
        Route("/", index),
        Route("/count", count),
        Route("/large", large),
        Mount("/sub", name="sub", routes=[Route("/{n:int}", item, name="item")]),
    ],
    middleware=[Middleware(SessionMiddleware, secret_key="for tests"), Middleware(GZipMiddleware)],
)
