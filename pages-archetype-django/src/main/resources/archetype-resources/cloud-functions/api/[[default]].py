"""/api and everything below it, answered by Django, with settings and URLs in this file.

URL patterns are written without the file's own prefix: path("users", ...) is /api/users.
"""

import json
import os
import time
from datetime import datetime, timezone

from django.conf import settings
from django.core.management.utils import get_random_secret_key
from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

settings.configure(
    # Set SECRET_KEY where you deploy: without it every process makes its own, and signatures do not last.
    SECRET_KEY=os.environ.get("SECRET_KEY") or get_random_secret_key(),
    # The platform answers for its own host names only.
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
)


@require_safe
def index(request):
    return JsonResponse(
        {
            "message": "Hello from Django on EdgeOne Pages!",
            "framework": "Django",
            "timestamp": time.time(),
        }
    )


@require_safe
def health(request):
    return JsonResponse({"status": "healthy", "timestamp": time.time(), "type": "django_function"})


@require_safe
def info(request):
    return JsonResponse(
        {
            "name": "Django function",
            "framework": "Django",
            "description": "A Django site in one file, served as a function",
            "features": ["URL patterns", "views", "middleware", "templates", "ORM when configured"],
        }
    )


@require_safe
def current_time(request):
    now = datetime.now(timezone.utc)
    return JsonResponse(
        {
            "timestamp": now.timestamp(),
            "iso": now.isoformat(),
            "formatted": now.strftime("%Y-%m-%d %H:%M:%S"),
        }
    )


@require_http_methods(["GET", "POST"])
def echo(request):
    return JsonResponse(
        {
            "method": request.method,
            "query": request.GET.dict(),
            "body": request.body.decode("utf-8", "replace") or None,
            "timestamp": time.time(),
        }
    )


@require_POST
def receive_json(request):
    try:
        received = json.loads(request.body)
    except ValueError:
        return JsonResponse({"error": "The body is not JSON"}, status=400)
    return JsonResponse(
        {
            "message": "JSON received",
            "received": received,
            "keys": list(received) if isinstance(received, dict) else [],
            "size": len(request.body),
        }
    )


@require_safe
def get_user(request, user_id):
    return JsonResponse(
        {
            "user_id": user_id,
            "username": f"user_{user_id}",
            "email": f"user{user_id}@example.com",
        }
    )


@require_POST
def create_user(request):
    try:
        user = json.loads(request.body)
    except ValueError:
        return JsonResponse({"error": "The body is not JSON"}, status=400)
    username = user.get("username") if isinstance(user, dict) else None
    if not username or not isinstance(username, str):
        return JsonResponse({"error": "'username' is required"}, status=400)
    created = {"id": 12345, "username": username, "email": user.get("email", "")}
    return JsonResponse({"message": "User created", "user": created}, status=201)


@require_safe
def search(request):
    words = request.GET.get("q")
    if not words:
        return JsonResponse({"error": "Query parameter 'q' is required"}, status=400)
    try:
        limit = counted(request.GET.get("limit", 10))
        offset = counted(request.GET.get("offset", 0))
    except ValueError:
        return JsonResponse({"error": "'limit' and 'offset' must be numbers from 0"}, status=400)
    results = [
        {"id": number, "name": f"Result {number}", "score": round(1 / (number + 1), 2)}
        for number in range(offset, offset + min(limit, 10))
    ]
    return JsonResponse(
        {
            "query": words,
            "limit": limit,
            "offset": offset,
            "count": len(results),
            "results": results,
        }
    )


def counted(text):
    """A number from 0. Raises ValueError for anything else."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def not_found(request, exception):
    return JsonResponse({"error": "Not Found"}, status=404)


urlpatterns = [
    path("", index),
    path("health", health),
    path("info", info),
    path("time", current_time),
    path("echo", echo),
    path("json", receive_json),
    path("users", create_user),
    path("users/<int:user_id>", get_user),
    path("search", search),
]
handler404 = not_found

app = get_wsgi_application()
