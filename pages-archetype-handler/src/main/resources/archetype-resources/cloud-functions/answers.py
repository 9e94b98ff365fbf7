"""How the functions of this project answer; no entry point, hence no route."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from typing import Any


def send_json(request: BaseHTTPRequestHandler, content: Any, status: int = 200) -> None:
    """Answer with a JSON document."""
    body = json.dumps(content, ensure_ascii=False).encode("utf-8")
    request.send_response(status)
    request.send_header("Content-Type", "application/json; charset=utf-8")
    request.send_header("Content-Length", str(len(body)))
    request.send_header("X-Powered-By", "Python Cloud Function")
    request.end_headers()
    request.wfile.write(body)


def read_json(request: BaseHTTPRequestHandler) -> Any:
    """The request's body as JSON, or None without a body.

    Raises ValueError for a body that is not JSON.
    """
    body = request.rfile.read()
    return json.loads(body) if body else None
