"""How far a test run has come: a live line on a terminal, elsewhere one plain line a minute."""

from __future__ import annotations

import re
import time
from typing import TextIO

from stack import console

_PLAIN_LINE_EVERY = 60.0
_MODULE = re.compile(r"^\[INFO\] Building (\S+(?: \S+)*?) \S+ +\[(\d+)/(\d+)\]")
_CLASS = re.compile(r"^\[(?:INFO|WARNING|ERROR)\] Tests run: (\d+), Failures: (\d+), Errors: (\d+).* -- in ")


class Tally:
    """What is tested now, and how many tests have run and failed so far."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._next_line = self._started + _PLAIN_LINE_EVERY
        self._doing = ""
        self._ran = 0
        self._failed = 0

    def begin(self, what: str) -> None:
        """Names what is tested from now on."""
        self._doing = what

    def add(self, ran: int, failed: int) -> None:
        """Counts tests that have ended."""
        self._ran += ran
        self._failed += failed

    def read_on(self, log: TextIO) -> None:
        """Takes in what Maven has written since the last call, and shows it; to be called again and again."""
        for line in log.readlines():
            module, tests = _MODULE.match(line), _CLASS.match(line)
            if module:
                self.begin(f"[{module[2]}/{module[3]}] {module[1]}")
            if tests:
                self.add(int(tests[1]), int(tests[2]) + int(tests[3]))
        self.show()

    def show(self) -> None:
        """Draws the live line anew, or says the plain one when its minute has come."""
        state = f"{self._doing} · {self._ran} tests, {self._failed} failed"
        console.set_live(f"  {console.spinner(self._started)} {state}")
        if not console.is_terminal() and time.monotonic() >= self._next_line:
            console.say(f"… {state}, {self.seconds() / 60:.0f} min")
            self._next_line = time.monotonic() + _PLAIN_LINE_EVERY

    def seconds(self) -> float:
        """How long the run has taken so far."""
        return time.monotonic() - self._started
