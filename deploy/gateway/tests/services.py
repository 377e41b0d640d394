"""Services that tell what reached them, and auth-service's own ways where the gateway has to let them through."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .es256 import Key

PROVIDER = "https://provider.example.org/auth?client_id=a&state=b%20c&nonce=d"
COOKIES = ["q_auth=one; Path=/api/v1/auth/google; HttpOnly; Secure; SameSite=Lax", "ticketing_session=; Max-Age=0; Path=/"]
KEYS_MAY_BE_KEPT = "public, max-age=300"


class Service(ThreadingHTTPServer):
    """Answers 200 with what it received; as auth-service does where that has its key set and its sign-in with Google."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, name: str, keys: list[Key], port: int, hand_out_keys: threading.Event | None = None):
        super().__init__(("127.0.0.1", port), _Echo)
        self.name, self._keys, self._hand_out_keys = name, keys, hand_out_keys
        self.asked_for_keys = 0
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def keys(self) -> dict:
        """The key set; for a service that hands it out later, once that is the case."""
        self.asked_for_keys += 1
        if self._hand_out_keys:
            self._hand_out_keys.wait(10)
        return {"keys": [key.jwk() for key in self._keys]}

    def close(self) -> None:
        self.shutdown()
        self.server_close()


class _Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Stub/1"

    def _answer(self) -> None:
        size = int(self.headers.get("content-length") or 0)
        received = {
            "service": self.server.name,
            "method": self.command,
            "path": self.path,
            "headers": {name.lower(): ", ".join(self.headers.get_all(name)) for name in self.headers},
            "bytes": len(self.rfile.read(size)),
        }
        if self.path == "/api/v1/tickets/stream":
            return self._stream()
        has_keys, leads_away = self.path == "/.well-known/jwks.json", self.path.startswith("/api/v1/auth/google")
        body = json.dumps(self.server.keys() if has_keys else received).encode()
        self.send_response(302 if leads_away else 200)
        if has_keys:
            self.send_header("cache-control", KEYS_MAY_BE_KEPT)
        if leads_away:
            self.send_header("location", PROVIDER)
            for cookie in COOKIES:
                self.send_header("set-cookie", cookie)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.send_header("x-powered-by", "stub")
        self.send_header("x-envoy-inside", "stub")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream(self) -> None:
        """One event, and then nothing until the client leaves."""
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        self.wfile.write(b"event: ticket/created\ndata: {}\n\n")
        self.wfile.flush()
        self.connection.recv(1)

    do_GET = do_HEAD = do_PUT = do_POST = do_PATCH = do_DELETE = do_OPTIONS = _answer

    def log_message(self, *args) -> None:
        """Tests are quiet."""
