"""A stack of small processes, run through the launcher's own `up`.

As a program (`python -m tests.fakes HOME PART...`) it is an `up` in a process of its own, to be interrupted or doubled.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Iterator, Sequence
from unittest import mock

from stack import assembly, probes, up
from stack.home import Home
from stack.interrupt import interruptible
from stack.part import Launch, Part, Stack
from stack.ports import Ports
from stack.settings import Settings

_SERVER = """
import socket, sys, time
with socket.create_server(("127.0.0.1", int(sys.argv[1]))) as server:
    print("listening", flush=True)
    while True:
        server.accept()[0].close()
"""
_SLEEPER = "import time; print('started', flush=True); time.sleep(600)"
_STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)" + _SERVER
_BROKEN = "print('first line'); raise SystemExit('no room on the device')"


def stack(home: Path, **environment: str) -> Stack:
    """A stack at this place, with these settings."""
    placed = Home(home.resolve())
    placed.prepare()
    return Stack(placed, Settings(environment, {}), Ports(placed))


def part(name: str) -> Part:
    """`*-server` listens, `*-stubborn` too until it is killed, `*-sleeper` never gets ready, `*-broken` ends at once.

    A part has one setting, of its own name: `ONE_SERVER` is read by `one-server`.
    """
    kind = name.rsplit("-", 1)[1]
    code = {"server": _SERVER, "stubborn": _STUBBORN, "sleeper": _SLEEPER, "broken": _BROKEN}[kind]

    def launch(of: Stack) -> Launch:
        return Launch([sys.executable, "-c", code, str(of.ports[name])], dict(os.environ), of.home.root)

    def ready(of: Stack) -> bool:
        return kind in ("server", "stubborn") and probes.accepts(of.ports[name])

    def traits(of: Stack) -> dict[str, str]:
        return {"settings": of.settings.get(name.upper().replace("-", "_"))}

    return Part(name, (name,), launch, ready, traits=traits, start_seconds=30.0, stop_seconds=0.5 if kind == "stubborn" else 5.0)


@contextmanager
def made_of(infrastructure: Sequence[str], application: Sequence[str] = ()) -> Iterator[None]:
    """Inside, a stack is made of these parts."""
    below, above = tuple(map(part, infrastructure)), tuple(map(part, application))
    with ExitStack() as patches:
        for name, value in {"INFRASTRUCTURE": below, "APPLICATION": above, "ALL": (*below, *above)}.items():
            patches.enter_context(mock.patch.object(assembly, name, value))
        patches.enter_context(mock.patch.object(assembly, "addresses", lambda _: {"GATEWAY_URL": "http://localhost"}))
        yield


class Terminal(io.StringIO):
    """Takes what is printed, as a terminal would."""

    def isatty(self) -> bool:
        return True


def main(home: str, *names: str) -> int:
    """An `up` of these parts."""

    def work() -> int:
        up.up(stack(Path(home)))
        return 0

    with made_of(names):
        return interruptible(work)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
