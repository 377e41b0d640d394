"""Starts parts and waits for their health, not for time."""

from __future__ import annotations

import subprocess
import threading
import time
from typing import Any, Callable, Mapping, Sequence

from stack import console, freshness, loglines, process
from stack.console import Failure
from stack.interrupt import INTERRUPTED, Interrupted, pause
from stack.part import Part, Stack

_LOG_LINES = 15


def start_all(stack: Stack, parts: Sequence[Part]) -> int:
    """Starts those of these parts that do not run, all at once, and waits until each of them is ready.

    Answers how many were started. Once one has failed the others are left to themselves, running.
    """
    started = time.monotonic()
    waiting = {part.name for part in parts}
    fresh: list[str] = []
    ended = threading.Event()
    given_up = threading.Event()

    def one(part: Part) -> None:
        try:
            child = None
            log = stack.home.log_file(part.name)
            written = log.stat().st_size if log.exists() else 0
            if process.running_pid(stack.home, part.name) is None:
                fresh.append(part.name)
                child = _start(stack, part, written)
            _wait(stack, part, child, written, given_up)
        except Failure:
            given_up.set()
            raise
        waiting.discard(part.name)
        if part.name in fresh and not given_up.is_set():
            seconds = f"{time.monotonic() - started:5.1f} s"
            console.say(f"  {console.green('✓')} {part.name:<22}{console.faint(seconds)}")

    watcher = threading.Thread(target=_watch, args=(started, waiting, ended), daemon=True)
    watcher.start()
    try:
        together({part.name: lambda part=part: one(part) for part in parts})
    finally:
        ended.set()
        watcher.join()
        console.set_live("")
    return len(fresh)


def together(tasks: Mapping[str, Callable[[], object]]) -> None:
    """Runs the tasks at the same time; tells the failures once all have ended, and raises one."""
    failures: list[BaseException] = []

    def run(task: Callable[[], object]) -> None:
        try:
            task()
        except BaseException as failure:  # raised below, in the caller's thread
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(task,), daemon=True) for task in tasks.values()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = [failure for failure in failures if not isinstance(failure, Interrupted)]
    console.raise_first(told or failures)


def _start(stack: Stack, part: Part, written: int) -> subprocess.Popen[Any]:
    try:
        marks = freshness.marks(stack, part)
        launch = part.launch(stack)
        return process.start(stack.home, part.name, launch.argv, launch.cwd, {**launch.environment, **marks})
    except OSError as refused:
        raise _failed(stack, part, f"{part.name} could not be started: {refused}", written) from refused


def _wait(
    stack: Stack, part: Part, child: subprocess.Popen[Any] | None, written: int, given_up: threading.Event
) -> None:
    """Waits until the part is ready, or until that has lost its sense because another one has failed."""
    started = time.monotonic()
    while not _ready(stack, part) and not given_up.is_set():
        if child is not None and child.poll() is not None and not INTERRUPTED.is_set():
            raise _failed(stack, part, f"{part.name} ended at once, with exit code {child.returncode}.", written)
        if time.monotonic() - started > part.start_seconds:
            raise _failed(stack, part, f"{part.name} is not ready after {part.start_seconds:.0f} s.", written)
        pause(0.05)


def _ready(stack: Stack, part: Part) -> bool:
    try:
        return part.is_ready(stack)
    except OSError:
        return False


def _failed(stack: Stack, part: Part, what: str, since: int) -> Failure:
    file = stack.home.log_file(part.name)
    return Failure(
        what,
        details=loglines.last(file, _LOG_LINES, since) or "(its log is empty)",
        advice=part.advice.format(name=part.name)
        + "\n    The other parts keep running; ./ticketing up starts what is missing, ./ticketing down stops all.",
    )


def _watch(started: float, waiting: set[str], ended: threading.Event) -> None:
    next_line = started + 10
    while not ended.wait(0.1):
        names = ", ".join(sorted(waiting))
        console.set_live(f"  {console.spinner(started)} starting {console.faint(names)}")
        if not console.is_terminal() and time.monotonic() >= next_line:
            console.say(f"  … still starting: {names}")
            next_line += 10
