"""The functions that the runtime is measured with: the same answers by each kind of function."""

from typing import Dict

HANDLER = """
import time
from http.server import BaseHTTPRequestHandler
class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.endswith("?block"):
            time.sleep(0.5)
        large = self.path.endswith("?large")
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        if not large:
            self.send_header("Content-Length", "5")
        self.end_headers()
        for _ in range(1600 if large else 0):
            self.wfile.write(bytes(65536))
        if not large:
            self.wfile.write(b"hello")
    def do_POST(self):
        left = int(self.headers["Content-Length"])
        while left:
            left -= len(self.rfile.read(min(left, 65536)))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()
"""
FLASK = """
import time
from flask import Flask, Response, request
app = Flask(__name__)
@app.route("/", methods=["GET", "POST"])
def index():
    if request.method == "POST":
        while request.stream.read(65536):
            pass
        return ""
    if request.query_string == b"block":
        time.sleep(0.5)
    if request.query_string == b"large":
        return Response(bytes(65536) for _ in range(1600))
    return "hello"
"""
FASTAPI = """
import asyncio, time
from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse
app = FastAPI()
@app.get("/")
async def index(request: Request):
    if request.url.query == "block":
        await asyncio.sleep(0.5)
    if request.url.query == "large":
        async def parts():
            for _ in range(1600):
                yield bytes(65536)
        return StreamingResponse(parts())
    return "hello"
@app.get("/sync")
def sync():
    time.sleep(0.5)
    return "hello"
@app.post("/")
async def upload(request: Request):
    async for _ in request.stream():
        pass
"""
DJANGO = """
import time
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import path
def index(request):
    if request.method == "POST":
        while request.read(65536):
            pass
        return HttpResponse("")
    query = request.META["QUERY_STRING"]
    if query == "block":
        time.sleep(0.5)
    if query == "large":
        return StreamingHttpResponse(bytes(65536) for _ in range(1600))
    return HttpResponse("hello")
urlpatterns = [path("", index)]
if not settings.configured:
    settings.configure(SECRET_KEY="x", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], DEBUG=False)
app = application = get_wsgi_application()
"""
KINDS = {
    "handler": ("api/h.py", HANDLER, "handler"),
    "flask": ("api/fl.py", FLASK, "wsgi"),
    "fastapi": ("api/fa.py", FASTAPI, "asgi"),
    "django": ("api/dj.py", DJANGO, "wsgi"),
}
PROJECTS = [*KINDS, "mixed"]


def sources(project: str) -> Dict[str, str]:
    """Return the functions of a project; the mixed one has one of each kind."""
    return {file: text for kind, (file, text, _) in KINDS.items() if project in (kind, "mixed")}


def path_of(project: str) -> str:
    """Return the path that is asked for; the mixed project is asked for its FastAPI function."""
    return "/" + KINDS["fastapi" if project == "mixed" else project][0][: -len(".py")]
