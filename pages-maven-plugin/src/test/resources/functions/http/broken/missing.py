import a_module_that_nobody_has

from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    pass
