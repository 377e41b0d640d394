"""Ports: chosen free once, remembered, kept for as long as nobody else takes them."""

from __future__ import annotations

import json
import random
import socket
import time
from typing import Iterable

from stack.console import Failure
from stack.home import Home, write_atomically
from stack.interrupt import pause

# Below what Linux and macOS hand out to outgoing connections, so that no client takes a remembered port away.
_RANGE = range(20_000, 32_000)
_PATIENCE_SECONDS = 2.0


def is_free(port: int) -> bool:
    """True if a server could listen on this port of the loopback address now. Raises if this user may never do so."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as candidate:
        candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            candidate.bind(("127.0.0.1", port))
        except PermissionError:
            raise Failure(
                f"This user may not listen on port {port}.",
                advice="Take one above 1023: PORT=3000 ./ticketing up (PORT=0 takes any free one).",
            ) from None
        except OSError:
            return False
        return True


def becomes_free(port: int) -> bool:
    """True if the port is free, or is so in a moment: a process that was just killed closes its sockets last."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not is_free(port):
        if time.monotonic() > deadline:
            return False
        pause(0.05)
    return True


def pick_free(avoid: Iterable[int] = ()) -> int:
    """A random free port outside the system's own range."""
    taken = set(avoid)
    while True:
        port = random.choice(_RANGE)
        if port not in taken and is_free(port):
            return port


class Ports:
    """The ports of one stack by name."""

    def __init__(self, home: Home) -> None:
        self._file = home.run / "ports.json"
        self._known: dict[str, int] = {}
        self.read()

    def read(self) -> None:
        """Takes over what was remembered last, as by another call that held the stack's lock meanwhile."""
        if self._file.exists():
            self._known = json.loads(self._file.read_text(encoding="utf-8"))

    def __getitem__(self, name: str) -> int:
        return self._known[name]

    def get(self, name: str) -> int | None:
        """The remembered port, or None."""
        return self._known.get(name)

    def settle(self, name: str, *, held: bool, wanted: int | None = None) -> bool:
        """Makes sure that `name` has a port; True if it differs from the remembered one.

        :param held: the stack's own process listens there, so that being taken is right
        :param wanted: the port that it has to be, or None for any
        """
        known = self._known.get(name)
        if wanted:
            self._known[name] = wanted
        elif known is None or not (held or becomes_free(known)):
            self._known[name] = pick_free(self._known.values())
        return known is not None and known != self._known[name]

    def save(self) -> None:
        """Remembers the ports for later calls."""
        write_atomically(self._file, json.dumps(self._known, indent=2) + "\n")
