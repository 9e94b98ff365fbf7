class Router:
    """A WSGI application whose kind no text tells, in the manner of Bottle and Falcon."""

    def __init__(self):
        self.routes = {}

    def route(self, path):
        return lambda view: self.routes.setdefault(path, view)

    def __call__(self, environ, start_response):
        view = self.routes.get(environ["PATH_INFO"])
        start_response("200 OK" if view else "404 Not Found", [("Content-Type", "text/plain")])
        return [view().encode() if view else b"no route"]


def make():
    return Router()


app = make()


@app.route("/")
def home():
    return "home"


@app.route("/item")
def item():
    return "item"
