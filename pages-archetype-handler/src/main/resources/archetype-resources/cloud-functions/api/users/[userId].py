"""/api/users/:userId: a name in brackets is a parameter."""

from http.server import BaseHTTPRequestHandler

from answers import send_json


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        user_id = self.path_params["userId"]
        send_json(
            self,
            {
                "userId": user_id,
                "name": f"User {user_id}",
                "email": f"{user_id}@example.com",
                "type": "single dynamic param",
            },
        )
