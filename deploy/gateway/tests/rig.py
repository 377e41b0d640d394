"""A real Envoy with the real configuration, in front of services that tell what reached them."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import tempfile
import threading
import time
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path

import render
from openapi import SERVICES
from stack.ports import pick_free

from .es256 import Key
from .services import Service

CLIENT = "http://localhost:5173"
_ROOT = Path(__file__).resolve().parents[3]


class Answer:
    """What came back."""

    def __init__(self, response: http.client.HTTPResponse):
        self.status = response.status
        self.cookies = response.headers.get_all("set-cookie", [])
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read()

    @property
    def json(self) -> dict:
        return json.loads(self.body)


class Gateway:
    """Envoy, its services and a key that signs valid tokens; a context manager."""

    def __init__(self, down: tuple[str, ...] = (), descriptions: dict | None = None, **values: str):
        self._host = values.get("BIND_ADDRESS", "127.0.0.1")
        self.key = Key()
        #: What auth-service publishes; a test may change it.
        self.keys = [self.key]
        self._down, self._descriptions, self._values = down, descriptions or {}, values
        self._ports: dict[str, int] = {}
        self._cleanup = ExitStack()

    def __enter__(self) -> Gateway:
        self.start()
        return self

    def __exit__(self, *_) -> None:
        self.stop()

    def start(self) -> None:
        try:
            # A name that would break a configuration written without care.
            folder = Path(self._cleanup.enter_context(tempfile.TemporaryDirectory(suffix=' "a": {b} #')))
            self.port, admin = self._free_port("gateway"), self._free_port("admin")
            self.inngest_port = self._free_port("inngest")
            values = {
                "PORT": str(self.port),
                "ADMIN_PORT": str(admin),
                "INNGEST_PORT": str(self.inngest_port),
                "CLIENT_URL": CLIENT,
                **self._values,
            }
            for name in SERVICES:
                part = name.split("-")[0].upper()
                values |= {f"{part}_HOST": "127.0.0.1", f"{part}_PORT": str(self._service(name))}
            config = render.render(values, folder / "gateway", sample_root(folder, self._descriptions))
            self._run(config, folder / "log", admin)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        self._cleanup.close()

    def ask(self, method: str, path: str, body: object = None, source: str = "", port: int = 0, **headers: str) -> Answer:
        """One request on a connection of its own, from a source address; `_` in a header's name stands for `-`."""
        place = (source, 0) if source else None
        connection = http.client.HTTPConnection(self._host, port or self.port, timeout=10, source_address=place)
        try:
            connection.request(
                method,
                path,
                body,
                {name.replace("_", "-"): text for name, text in headers.items()},
                encode_chunked=not isinstance(body, (bytes, type(None))),
            )
            return Answer(connection.getresponse())
        except ConnectionError as broken:
            raise AssertionError(f"{broken!r}; {self._envoy_tells()}") from broken
        finally:
            connection.close()

    def signed_in(self, method: str, path: str, body: object = None, **headers: str) -> Answer:
        """The same, with a valid token."""
        return self.ask(method, path, body, authorization="Bearer " + self.key.token(), **headers)

    def by_cookie(self, method: str, path: str, token: str | None = None, body: object = None, **headers: str) -> Answer:
        """The same as a browser's request: with a token, a valid one unless another is given, in the session cookie."""
        cookies = f"theme=dark; ticketing_session={self.key.token() if token is None else token}; x=1"
        return self.ask(method, path, body, cookie=cookies, **headers)

    def raw(self, request: bytes) -> Answer:
        """What comes back for these very bytes."""
        with self.connection() as connection:
            connection.sendall(request)
            return self.read(connection)

    @staticmethod
    def read(connection: socket.socket) -> Answer:
        """The next answer on this connection."""
        response = http.client.HTTPResponse(connection)
        response.begin()
        return Answer(response)

    def connection(self) -> socket.socket:
        return socket.create_connection((self._host, self.port), timeout=10)

    def log_of(self, request_id: str) -> dict:
        """The access log's entry for one request."""
        return eventually(
            lambda: next((entry for entry in self.log() if entry.get("requestId") == request_id), None),
            "no entry in the access log",
        )

    def log(self) -> list[dict]:
        return [json.loads(line) for line in self._log.read_text().splitlines() if line.endswith("}")]

    def bring_up(self, name: str, hand_out_keys: threading.Event | None = None) -> Service:
        """Starts a service that was down until now."""
        service = Service(name, self.keys, self._ports[name], hand_out_keys)
        self._cleanup.callback(service.close)
        return service

    def _service(self, name: str) -> int:
        port = self._free_port(name)
        if name not in self._down:
            self.bring_up(name)
        return port

    def _free_port(self, name: str) -> int:
        """A port of its own for each: were Envoy's admin port a service's, that would answer that Envoy is ready."""
        self._ports[name] = pick_free(self._ports.values())
        return self._ports[name]

    def _run(self, config: Path, log: Path, admin: int) -> None:
        self._log, self._complaints = log, log.with_suffix(".err")
        command = [
            envoy_path(), "-c", str(config), "--concurrency", "1", "--disable-hot-restart",
            "--log-level", "error", "--file-flush-interval-msec", "20",
        ]  # fmt: skip
        with log.open("wb") as stdout, self._complaints.open("wb") as stderr:
            self._envoy = subprocess.Popen(command, stdout=stdout, stderr=stderr)
        self._cleanup.callback(self._envoy.wait)
        self._cleanup.callback(self._envoy.kill)
        eventually(lambda: self._is_ready(admin), "Envoy did not become ready")

    def _is_ready(self, admin: int) -> bool:
        if self._envoy.poll() is not None:
            raise AssertionError(self._envoy_tells())
        connection = http.client.HTTPConnection("127.0.0.1", admin, timeout=1)
        try:
            connection.request("GET", "/ready")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def _envoy_tells(self) -> str:
        code = self._envoy.poll()
        state = "Envoy runs" if code is None else f"Envoy ended with {code}"
        return "\n".join([state, *self._complaints.read_text(errors="replace").splitlines()[-12:]])


def eventually(found, otherwise: str, seconds: float = 60):
    """The first true answer of `found`, asked again and again."""
    deadline = time.monotonic() + seconds
    while not (result := found()):
        if time.monotonic() > deadline:
            raise AssertionError(otherwise)
        time.sleep(0.02)
    return result


def sample_root(folder: Path, descriptions: dict) -> Path:
    """A tree of built services that describe themselves as given, or with nothing at all."""
    for name in SERVICES:
        path = folder / "built" / name / "target" / "openapi" / "openapi.json"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(descriptions.get(name, {"openapi": "3.1.0", "paths": {}})))
    return folder / "built"


@lru_cache
def envoy_path() -> str:
    named = os.environ.get("ENVOY")
    if named:
        return named
    return subprocess.run(
        [str(_ROOT / "ticketing"), "tool", "envoy"], check=True, stdout=subprocess.PIPE, text=True
    ).stdout.strip()
