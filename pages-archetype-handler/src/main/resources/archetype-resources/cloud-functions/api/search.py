"""/api/search: reads what stands behind the question mark."""

from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

from answers import send_json


def counted(text):
    """A number from 0. Raises ValueError for anything else."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        words = query.get("q", [""])[0]
        if not words:
            send_json(self, {"error": "Query parameter 'q' is required"}, 400)
            return
        try:
            limit = counted(query.get("limit", ["10"])[0])
            offset = counted(query.get("offset", ["0"])[0])
        except ValueError:
            send_json(self, {"error": "'limit' and 'offset' must be numbers from 0"}, 400)
            return
        results = [
            {"id": number, "name": f"Result {number}", "score": round(1 / (number + 1), 2)}
            for number in range(offset, offset + min(limit, 10))
        ]
        send_json(
            self,
            {
                "query": words,
                "limit": limit,
                "offset": offset,
                "count": len(results),
                "results": results,
            },
        )
