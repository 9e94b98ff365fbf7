"""/api/search: reads what stands behind the question mark."""

from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

from answers import send_json


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)
        words = query.get("q", [""])[0]
        if not words:
            send_json(self, {"error": "Query parameter 'q' is required"}, 400)
            return
        try:
            limit = min(max(int(query.get("limit", ["10"])[0]), 0), 10)
            offset = max(int(query.get("offset", ["0"])[0]), 0)
        except ValueError:
            send_json(self, {"error": "'limit' and 'offset' must be numbers"}, 400)
            return
        results = [
            {"id": number, "name": f"Result {number}", "score": round(0.95 ** (number + 1), 2)}
            for number in range(offset, offset + limit)
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
