"""Ctrl-C and SIGTERM: a flag that every wait looks at, and the list of processes that go down with this call.

A signal handler that raises could strike between the start of a process and the line that remembers it, and leave an
orphan. Here the handler only sets a flag; work runs in a thread of its own, and the main thread cleans up.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from typing import Any, Callable, Sequence

INTERRUPTED = threading.Event()
_GRACE_SECONDS = 20.0


class Interrupted(Exception):
    """The person (or the system) asked this call to end."""


class Overdue(Exception):
    """A process was not done in its time, and was ended."""


def check() -> None:
    """Raises Interrupted if this call was asked to end."""
    if INTERRUPTED.is_set():
        raise Interrupted


def pause(seconds: float) -> None:
    """Waits, but not a moment longer than until an interrupt."""
    if INTERRUPTED.wait(seconds):
        raise Interrupted


class Children:
    """The processes that this call started and still answers for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: list[subprocess.Popen[Any]] = []

    def start(self, argv: Sequence[str], **options: Any) -> subprocess.Popen[Any]:
        """Starts a process in a session of its own, unless this call is already ending."""
        with self._lock:
            check()
            child = subprocess.Popen(argv, start_new_session=True, **options)
            self._running.append(child)
            return child

    def release(self, child: subprocess.Popen[Any]) -> None:
        """From now on the process outlives this call (or has ended by itself)."""
        with self._lock:
            if child in self._running:
                self._running.remove(child)

    def release_all(self) -> None:
        with self._lock:
            self._running.clear()

    def stop_all(self) -> None:
        """Ends every process group that is left: SIGTERM, a time of grace, SIGKILL."""
        with self._lock:
            children, self._running = self._running, []
        _end(children)

    def stop(self, child: subprocess.Popen[Any]) -> None:
        """Ends this one's process group in the same way; the others go on."""
        _end([child])
        self.release(child)


CHILDREN = Children()


def run_child(
    argv: Sequence[str], meanwhile: Callable[[], None] = lambda: None, *, within: float | None = None, **options: Any
) -> int:
    """Runs a process to its end and answers its exit code; it goes down with this call.

    :param meanwhile: called many times a second while the process works
    :param within: the seconds that it may take; then its whole group is ended, and Overdue raised
    """
    child = CHILDREN.start(argv, **options)
    started = time.monotonic()
    try:
        while child.poll() is None:
            meanwhile()
            if within is not None and time.monotonic() - started > within:
                CHILDREN.stop(child)
                raise Overdue
            pause(0.05)
        return child.returncode
    finally:
        if child.poll() is not None:
            CHILDREN.release(child)


def interruptible(work: Callable[[], int]) -> int:
    """Runs the work in a thread; on SIGINT, SIGTERM or SIGHUP stops what it started and answers 130.

    The work's own cleaning up (its `finally`) is waited for, however long it takes.
    """
    outcome: list[Any] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as failure:  # carried over to the main thread, which raises it
            outcome.append(failure)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: INTERRUPTED.set())
    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    while worker.is_alive() and not INTERRUPTED.is_set():
        worker.join(0.1)
    if INTERRUPTED.is_set():
        CHILDREN.stop_all()
        worker.join()  # it sees the flag at its next wait, and then cleans up; nobody else would
        CHILDREN.stop_all()
        return 130
    result = outcome[0]
    if isinstance(result, BaseException):
        raise result
    return int(result)


def _end(children: Sequence[subprocess.Popen[Any]]) -> None:
    for child in children:
        _signal_group(child, signal.SIGTERM)
    deadline = time.monotonic() + _GRACE_SECONDS
    for child in children:
        try:
            child.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            pass
        _signal_group(child, signal.SIGKILL)
    for child in children:
        child.wait()


def _signal_group(child: subprocess.Popen[Any], number: int) -> None:
    try:
        os.killpg(child.pid, number)
    except (ProcessLookupError, PermissionError):
        pass
