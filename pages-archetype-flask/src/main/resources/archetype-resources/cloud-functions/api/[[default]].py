"""/api and everything below it, answered by one Flask application.

Routes are written without the file's own prefix: @app.route("/users") is /api/users.
"""

import time
from datetime import datetime, timezone

from flask import Flask, abort, jsonify, request
from werkzeug.exceptions import HTTPException

app = Flask(__name__)
app.json.sort_keys = False


@app.route("/")
def index():
    return jsonify(
        message="Hello from Flask on EdgeOne Pages!",
        framework="Flask",
        timestamp=time.time(),
    )


@app.route("/health")
def health():
    return jsonify(status="healthy", timestamp=time.time(), type="flask_function")


@app.route("/info")
def info():
    return jsonify(
        name="Flask function",
        framework="Flask",
        description="A web application in one file, served as a function",
        features=["routing", "JSON", "blueprints", "templates", "error handlers"],
    )


@app.route("/time")
def current_time():
    now = datetime.now(timezone.utc)
    return jsonify(
        timestamp=now.timestamp(),
        iso=now.isoformat(),
        formatted=now.strftime("%Y-%m-%d %H:%M:%S"),
    )


@app.route("/echo", methods=["GET", "POST"])
def echo():
    return jsonify(
        method=request.method,
        query=request.args.to_dict(),
        body=request.get_data(as_text=True) or None,
        timestamp=time.time(),
    )


@app.route("/json", methods=["POST"])
def receive_json():
    received = request.get_json(force=True)
    return jsonify(
        message="JSON received",
        received=received,
        keys=list(received) if isinstance(received, dict) else [],
        size=len(request.get_data()),
    )


@app.route("/users/<int:user_id>")
def get_user(user_id):
    return jsonify(
        user_id=user_id,
        username=f"user_{user_id}",
        email=f"user{user_id}@example.com",
    )


@app.route("/users", methods=["POST"])
def create_user():
    user = request.get_json(force=True)
    username = user.get("username") if isinstance(user, dict) else None
    if not username or not isinstance(username, str):
        abort(400, "'username' is required")
    created = {"id": 12345, "username": username, "email": user.get("email", "")}
    return jsonify(message="User created", user=created), 201


@app.route("/search")
def search():
    words = request.args.get("q")
    if not words:
        abort(400, "Query parameter 'q' is required")
    limit = counted("limit", 10)
    offset = counted("offset", 0)
    results = [
        {"id": number, "name": f"Result {number}", "score": round(1 / (number + 1), 2)}
        for number in range(offset, offset + min(limit, 10))
    ]
    return jsonify(query=words, limit=limit, offset=offset, count=len(results), results=results)


def counted(name, default):
    """A query parameter that is a number from 0."""
    try:
        number = int(request.args.get(name, default))
    except ValueError:
        number = -1
    if number < 0:
        abort(400, f"'{name}' must be a number from 0")
    return number


@app.errorhandler(HTTPException)
def refuse(error):
    return jsonify(error=error.description), error.code
