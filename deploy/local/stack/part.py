"""What a part of the stack is: a process with a name, ports, a way to start and a way to tell that it is ready."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Mapping, Sequence

from stack.home import Home
from stack.ports import Ports
from stack.settings import Settings


@dataclass(frozen=True)
class Stack:
    """One stack: where it keeps its things, what was set for it, and its ports."""

    home: Home
    settings: Settings
    ports: Ports


@dataclass(frozen=True)
class Launch:
    """A process to start: the real program itself, no shell around it."""

    argv: Sequence[str]
    environment: Mapping[str, str]
    cwd: Path


@dataclass(frozen=True)
class Part:
    """One process of the stack.

    `launch` prepares what the process needs and says how to start it. `is_ready` answers whether it does its work now;
    it may take a second, and may raise OSError for "not yet". `traits` are what the process is started with and never
    learns anew, each under the word for it ("new settings"): one that differs makes it outdated.
    """

    name: str
    ports: Sequence[str]
    launch: Callable[[Stack], Launch]
    is_ready: Callable[[Stack], bool]
    advice: str = "Read its whole log: ./ticketing logs {name}"
    traits: Callable[[Stack], Mapping[str, str]] = field(default=lambda stack: {})
    start_seconds: float = 120.0
    stop_seconds: float = 15.0
