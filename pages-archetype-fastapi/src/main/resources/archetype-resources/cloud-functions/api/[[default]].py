"""/api and everything below it, answered by one FastAPI application.

Routes are written without the file's own prefix: @app.get("/users") is /api/users.
The interactive documentation is at /api/docs.
"""

import time
from datetime import datetime, timezone
from typing import Union

from fastapi import Body, FastAPI, Query, Request
from pydantic import BaseModel, Field, NonNegativeInt

app = FastAPI(title="FastAPI on EdgeOne Pages")


class User(BaseModel):
    username: str = Field(min_length=1)
    email: str = ""


@app.get("/")
async def index():
    return {
        "message": "Hello from FastAPI on EdgeOne Pages!",
        "framework": "FastAPI",
        "timestamp": time.time(),
    }


@app.get("/health")
async def health():
    return {"status": "healthy", "timestamp": time.time(), "type": "fastapi_function"}


@app.get("/info")
async def info():
    return {
        "name": "FastAPI function",
        "framework": "FastAPI",
        "description": "A typed, asynchronous API in one file, served as a function",
        "features": ["routing", "type validation", "OpenAPI", "async and await", "dependencies"],
    }


@app.get("/time")
async def current_time():
    now = datetime.now(timezone.utc)
    return {
        "timestamp": now.timestamp(),
        "iso": now.isoformat(),
        "formatted": now.strftime("%Y-%m-%d %H:%M:%S"),
    }


@app.api_route("/echo", methods=["GET", "POST"])
async def echo(request: Request):
    body = await request.body()
    return {
        "method": request.method,
        "query": dict(request.query_params),
        "body": body.decode("utf-8", "replace") or None,
        "timestamp": time.time(),
    }


@app.post("/json")
async def receive_json(received: Union[dict, list] = Body()):
    return {
        "message": "JSON received",
        "received": received,
        "keys": list(received) if isinstance(received, dict) else [],
    }


@app.get("/users/{user_id}")
async def get_user(user_id: NonNegativeInt):
    return {
        "user_id": user_id,
        "username": f"user_{user_id}",
        "email": f"user{user_id}@example.com",
    }


@app.post("/users", status_code=201)
async def create_user(user: User):
    created = {"id": 12345, "username": user.username, "email": user.email}
    return {"message": "User created", "user": created}


@app.get("/search")
async def search(
    q: str = Query(min_length=1),
    limit: NonNegativeInt = 10,
    offset: NonNegativeInt = 0,
):
    results = [
        {"id": number, "name": f"Result {number}", "score": round(1 / (number + 1), 2)}
        for number in range(offset, offset + min(limit, 10))
    ]
    return {
        "query": q,
        "limit": limit,
        "offset": offset,
        "count": len(results),
        "results": results,
    }
