"""/api/users/:userId/posts/:postId: folders can be parameters too."""

from http.server import BaseHTTPRequestHandler

from answers import send_json


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        user_id = self.path_params["userId"]
        post_id = self.path_params["postId"]
        send_json(
            self,
            {
                "userId": user_id,
                "postId": post_id,
                "title": f"Post {post_id} by User {user_id}",
                "type": "multiple dynamic params",
            },
        )
