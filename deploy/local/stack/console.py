"""What a person sees: plain lines, one live progress line on a terminal, and failures with advice."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from typing import Callable, Iterator, Sequence, TextIO

from stack.interrupt import INTERRUPTED

_QUIET_LINE_EVERY = 10.0
_FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_lock = threading.RLock()
_live = ""


class Failure(Exception):
    """Something that the person has to know: what failed, the last lines of its log, and what to do."""

    def __init__(self, what: str, *, details: str = "", advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.details = details
        self.advice = advice


def is_terminal() -> bool:
    """True if standard output is a terminal, which alone gets colours and a live line."""
    return sys.stdout.isatty()


def styled(text: str, code: str) -> str:
    """The text in an ANSI style on a terminal, as it is elsewhere."""
    return f"\033[{code}m{text}\033[0m" if is_terminal() else text


def bold(text: str) -> str:
    return styled(text, "1")


def faint(text: str) -> str:
    return styled(text, "2")


def green(text: str) -> str:
    return styled(text, "32")


def red(text: str) -> str:
    return styled(text, "31")


def yellow(text: str) -> str:
    return styled(text, "33")


def say(text: str = "", stream: TextIO | None = None) -> None:
    """Prints whole lines; a live line steps aside and comes back under them."""
    out = stream or sys.stdout
    with _lock:
        _wipe()
        print(text, file=out, flush=True)
        _draw()


def warn(text: str) -> None:
    say(yellow("! ") + text)


def show_failure(failure: Failure) -> None:
    """Prints a failure to standard error: the sentence, the indented details, the advice."""
    say(red("✗ ") + bold(failure.what), sys.stderr)
    for line in failure.details.rstrip().splitlines():
        say("    " + line, sys.stderr)
    if failure.advice:
        say("  → " + failure.advice, sys.stderr)


def raise_first(failures: Sequence[BaseException]) -> None:
    """Raises the first of these, if there are any, and shows the failures among the others; equal ones once."""
    different = list({str(failure): failure for failure in failures}.values())
    for failure in different[1:]:
        if isinstance(failure, Failure):
            show_failure(failure)
    if different:
        raise different[0]


@contextmanager
def progress(title: str, detail: Callable[[], str] = lambda: "") -> Iterator[None]:
    """Shows work and how it ended: a live line on a terminal, else a line at the start and every ten seconds."""
    started = time.monotonic()
    if not is_terminal():
        say(f"  {title} …")
    failed = True
    try:
        with waiting(title, detail):
            yield
        failed = False
    finally:
        seconds = time.monotonic() - started
        if failed or INTERRUPTED.is_set():
            say(f"  {red('✗')} {title} {faint(f'({seconds:.0f} s)')}")
        elif seconds >= 2 or is_terminal():
            say(f"  {green('✓')} {title} {faint(f'({seconds:.1f} s)')}")


@contextmanager
def waiting(title: str, detail: Callable[[], str] = lambda: "") -> Iterator[None]:
    """Shows that work goes on, for as long as it does: a live line on a terminal, else a line every ten seconds."""
    started = time.monotonic()
    ended = threading.Event()
    watcher = threading.Thread(target=_watch, args=(title, detail, started, ended), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()
        set_live("")


def set_live(text: str) -> None:
    """Replaces the live line (terminals only); empty text removes it."""
    global _live
    if not is_terminal():
        return
    with _lock:
        _wipe()
        _live = text
        _draw()


def spinner(started: float) -> str:
    """The present frame of the spinner and the seconds since `started` (monotonic)."""
    elapsed = time.monotonic() - started
    frame = _FRAMES[int(elapsed * 10) % len(_FRAMES)]
    return f"{frame} {int(elapsed // 60)}:{int(elapsed % 60):02d}"


def _watch(title: str, detail: Callable[[], str], started: float, ended: threading.Event) -> None:
    next_line = started + _QUIET_LINE_EVERY
    while not ended.wait(0.1):
        if is_terminal():
            set_live(f"  {spinner(started)} {title} {faint(detail())}")
        elif time.monotonic() >= next_line:
            say(f"  … {title}, {time.monotonic() - started:.0f} s {detail()}".rstrip())
            next_line += _QUIET_LINE_EVERY


def _wipe() -> None:
    if _live and is_terminal():
        sys.stdout.write("\r\033[2K")
        sys.stdout.flush()


def _draw() -> None:
    if _live and is_terminal():
        sys.stdout.write("\r\033[2K" + _clipped(_live))
        sys.stdout.flush()


def _clipped(text: str) -> str:
    import shutil

    width = shutil.get_terminal_size().columns + text.count("\033") * 4
    return text if len(text) < width else text[: width - 1] + "\033[0m"
