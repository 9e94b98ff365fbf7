import json


def app(environ, start_response):
    """Tell in JSON what a WSGI application is given."""
    told = {name: value for name, value in environ.items() if isinstance(value, (str, bool, int, dict, tuple))}
    told["body"] = environ["wsgi.input"].read().decode("latin-1")
    data = json.dumps(told).encode()
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(data)))])
    return [data]
