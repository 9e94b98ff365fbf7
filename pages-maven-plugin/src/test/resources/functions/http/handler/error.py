from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    error_message_format = "%(code)d %(message)s"
    error_content_type = "text/plain"
    server_version = "Mine/1"
    sys_version = ""

    def do_GET(self):
        self.send_error(418, "No Coffee")
