from flask import Flask, jsonify, make_response, redirect, request, url_for

app = Flask(__name__)


@app.route("/users", methods=["GET"])
def get_users():
    return jsonify({"users": [{"id": 1, "name": "Alice"}, {"id": 2, "name": "Bob"}]})


@app.route("/users", methods=["POST"])
def create_user():
    return jsonify({"message": "User created", "user": request.get_json()}), 201


@app.route("/old")
def old():
    return redirect(url_for("get_users"))


@app.route("/where")
def where():
    return url_for("get_users") + " " + url_for("static", filename="site.css") + " " + request.script_root


@app.route("/cookies")
def cookies():
    response = make_response("two")
    response.set_cookie("a", "1")
    response.set_cookie("b", "2")
    return response


@app.route("/")
def root():
    return "root of " + request.path
