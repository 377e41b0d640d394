"""A client of the public API, as anybody could write one: JSON over HTTP, through the gateway only."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any, Callable, Mapping

from stack.interrupt import pause

_PATIENCE_SECONDS = 15.0
_POLL_SECONDS = 0.02


@dataclass(frozen=True)
class Answer:
    """What came back, and how long it took."""

    status: int
    body: dict[str, Any]
    milliseconds: float
    location: str = ""

    @property
    def message(self) -> str:
        return str(self.body.get("message", ""))


class _Staying(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Answers with nothing to go on to."""


_STAYING = urllib.request.build_opener(_Staying)


def call(method: str, url: str, body: Mapping[str, Any] | None = None, token: str | None = None) -> Answer:
    """Sends a request; refusals are answers too, and one that leads elsewhere is not followed. Raises OSError if nobody answers."""
    headers = {"Accept": "application/json"}
    if body is not None:
        headers["Content-Type"] = "application/json"
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(url, data, headers, method=method)
    started = time.monotonic()
    try:
        with _STAYING.open(request, timeout=_PATIENCE_SECONDS) as response:
            status, text, location = response.status, response.read(), ""
    except urllib.error.HTTPError as refusal:
        with refusal:
            status, text, location = refusal.code, refusal.read(), refusal.headers.get("Location", "")
    milliseconds = (time.monotonic() - started) * 1000
    try:
        parsed = json.loads(text)
    except ValueError:
        parsed = {}
    return Answer(status, parsed if isinstance(parsed, dict) else {"data": parsed}, milliseconds, location)


def until(seconds: float, ask: Callable[[], Any]) -> Any:
    """Asks again and again until the answer is true-like, and returns that; None once the time is over."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = ask()
        if found:
            return found
        pause(_POLL_SECONDS)
    return None
