"""Requests and responses."""
import json
from urllib.parse import parse_qs, urlsplit

REASONS = {200: "OK", 201: "Created", 404: "Not Found", 405: "Method Not Allowed", 500: "Server Error"}


class Request:
    def __init__(self, method, url, body=""):
        parts = urlsplit(url)
        self.method = method.upper()
        self.path = parts.path or "/"
        self.query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        self.body = body
        self.params = {}

    def json(self):
        return json.loads(self.body)


class Response:
    def __init__(self, body="", status=200, headers=None):
        self.body = body
        self.status = status
        self.headers = dict(headers or {})
        self.headers.setdefault("Content-Type", "text/html")

    @classmethod
    def from_data(cls, data, status=200):
        return cls(json.dumps(data, sort_keys=True), status, {"Content-Type": "application/json"})

    def status_line(self):
        return str(self.status) + " " + REASONS.get(self.status, "Unknown")

    def as_bytes(self):
        payload = self.body.encode("utf-8")
        lines = [f"HTTP/1.1 {self.status_line()}"]
        for name, value in sorted(self.headers.items()):
            lines.append(f"{name}: {value}")
        lines.append(f"Content-Length: {len(payload)}")
        head = "\r\n".join(lines) + "\r\n\r\n"
        return head.encode("utf-8") + payload
