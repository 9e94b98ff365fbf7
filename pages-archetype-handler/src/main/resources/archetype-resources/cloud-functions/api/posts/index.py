"""/api/posts: a folder's index file, with a method for each HTTP method."""

from http.server import BaseHTTPRequestHandler

from answers import read_json, send_json

POSTS = [
    {"id": 1, "title": "Files are routes"},
    {"id": 2, "title": "Names in brackets are parameters"},
    {"id": 3, "title": "Answers may be streamed"},
]


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        send_json(
            self,
            {
                "route": "/api/posts",
                "type": "static route",
                "posts": POSTS,
                "total": len(POSTS),
            },
        )

    def do_POST(self):
        try:
            post = read_json(self)
        except ValueError:
            send_json(self, {"error": "The body is not JSON"}, 400)
            return
        send_json(self, {"message": "Post created", "post": post}, 201)

    def do_DELETE(self):
        self.send_response(204)
        self.send_header("X-Powered-By", "Python Cloud Function")
        self.end_headers()
