import os

from flask import Flask, Response, make_response, redirect, render_template_string, request, session, url_for
from flask import stream_with_context

app = Flask(__name__, static_folder=os.path.join(os.path.dirname(__file__), "..", "static"))
app.secret_key = "for tests"


@app.route("/")
def index():
    return {"url": request.url, "root": request.script_root, "path": request.path, "item": url_for("item", n=3)}


@app.route("/item/<int:n>", methods=["GET", "POST"])
def item(n):
    return {"n": n, "body": request.get_data(as_text=True), "params": request.environ["pages.path_params"]}


@app.route("/slash/")
def slash():
    return "slash"


@app.route("/away")
def away():
    return redirect(url_for("item", n=4))


@app.route("/cookies")
def cookies():
    response = make_response("cookies")
    response.set_cookie("a", "1")
    response.set_cookie("b", "2")
    return response


@app.route("/count")
def count():
    session["n"] = session.get("n", 0) + 1
    return str(session["n"])


@app.route("/stream")
def stream():
    return Response(stream_with_context(f"{number}," for number in range(5)), mimetype="text/plain")


@app.route("/page")
def page():
    return render_template_string("{{ url_for('static', filename='a.css') }}")


@app.route("/form", methods=["POST"])
def form():
    return {"form": request.form.to_dict(), "files": {name: f.read().decode() for name, f in request.files.items()}}


@app.route("/error")
def error():
    raise ValueError("a secret")


@app.route("/你好/<name>")
def hello(name):
    return {"name": name}
