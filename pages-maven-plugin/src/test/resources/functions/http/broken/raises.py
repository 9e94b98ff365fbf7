from http.server import BaseHTTPRequestHandler

raise RuntimeError("a secret at import")


class handler(BaseHTTPRequestHandler):
    pass
