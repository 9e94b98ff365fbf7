from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    """Reads its body in the way that the query names."""

    def do_POST(self):
        way = self.path.partition("?")[2]
        if way == "all":
            data = self.rfile.read()
        elif way == "lines":
            data = b"|".join(self.rfile)
        elif way == "readline":
            data = self.rfile.readline() + b"+" + self.rfile.readline(3)
        elif way == "part":
            data = self.rfile.read(3)
        elif way == "bytes":
            data = b"".join(iter(lambda: self.rfile.read(1), b""))
        elif way == "into":
            buffer = bytearray(4)
            data = bytes(buffer[: self.rfile.readinto(buffer)])
        elif way == "size":
            data = b"%d" % len(self.rfile.read())
        else:
            data = b"unread"
        self.send_response(200)
        self.end_headers()
        self.wfile.write(data)
