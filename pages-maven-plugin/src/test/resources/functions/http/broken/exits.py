import sys
from http.server import BaseHTTPRequestHandler

sys.exit(3)


class handler(BaseHTTPRequestHandler):
    pass
