"""Processes of a stack: started with two marks in their environment, trusted later only if they carry them."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Iterable, Mapping, Sequence

from stack.home import Home, write_atomically
from stack.interrupt import CHILDREN

HOME_MARK = "TICKETING_HOME"
PART_MARK = "TICKETING_PART"
DEV_MARK = {"TICKETING_DEV": "true"}
_LOG_LIMIT = 20 * 1024 * 1024
_LINUX = sys.platform.startswith("linux")


def start(home: Home, part: str, argv: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> subprocess.Popen[Any]:
    """Starts a part in a session of its own, writes to its log, and remembers the pid of the real process."""
    log = home.log_file(part)
    if log.exists() and log.stat().st_size > _LOG_LIMIT:
        log.replace(log.with_name(log.name + ".1"))
    marked = {**environment, HOME_MARK: str(home.root), PART_MARK: part}
    with open(log, "ab") as output:
        child = CHILDREN.start(
            argv, cwd=cwd, env=marked, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
    write_atomically(home.pid_file(part), f"{child.pid}\n")
    return child


def running_pid(home: Home, part: str) -> int | None:
    """The pid of the part's process, or None: a number that belongs to another process meanwhile is not believed.

    A launcher that was killed right after it had started the part has left no such number, or an old one: then the
    process is found by its marks, the eldest one if it has children.
    """
    marks = {HOME_MARK: str(home.root), PART_MARK: part}
    try:
        pid = int(home.pid_file(part).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        pid = None
    if pid is not None and carries_marks(pid, marks):
        return pid
    return min(marked(marks), default=None)


def runs_in_dev(home: Home, part: str) -> bool:
    """True if the part is run by `./ticketing dev`, in somebody's terminal."""
    pid = running_pid(home, part)
    return pid is not None and carries_marks(pid, DEV_MARK)


def marked(marks: Mapping[str, str]) -> list[int]:
    """The processes that were started with exactly these variables, this one apart."""
    return [pid for pid in all_pids() if pid != os.getpid() and carries_marks(pid, marks)]


def carries_marks(pid: int, marks: Mapping[str, str]) -> bool:
    """True if the process lives and was started with exactly these variables."""
    environment = _environment_of(pid)
    return all(f"\0{name}={value}\0" in environment for name, value in marks.items())


def _environment_of(pid: int) -> str:
    """What a process was started with, NUL around each entry; empty if it is gone, a zombie, or somebody else's."""
    if _LINUX:
        try:
            return "\0" + Path(f"/proc/{pid}/environ").read_bytes().decode("utf-8", "replace")
        except OSError:
            return ""
    return "\0" + _ps("eww", "-o", "command=", "-p", str(pid)).strip().replace(" ", "\0") + "\0"


def all_pids() -> list[int]:
    """Every process of this machine."""
    if _LINUX:
        return [int(entry) for entry in os.listdir("/proc") if entry.isdigit()]
    return [int(pid) for pid in _ps("-axo", "pid=").split()]


def stop(home: Home, part: str, grace_seconds: float) -> bool:
    """Ends a part of this stack: SIGTERM, a time of grace, SIGKILL. True if it ran."""
    pid = running_pid(home, part)
    if pid is not None:
        marks = {HOME_MARK: str(home.root), PART_MARK: part}
        end(pid, marks, grace_seconds)
    home.pid_file(part).unlink(missing_ok=True)
    return pid is not None


def end(pid: int, marks: Mapping[str, str], grace_seconds: float) -> None:
    """Ends the process with these marks, by force once the grace is over."""
    for number, patience in ((signal.SIGTERM, grace_seconds), (signal.SIGKILL, 5.0)):
        if not carries_marks(pid, marks):
            return
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return
        deadline = time.monotonic() + patience
        while carries_marks(pid, marks) and time.monotonic() < deadline:
            time.sleep(0.02)


def end_all(marks: Mapping[str, str], grace_seconds: float) -> None:
    """Ends every process with these marks, those included that they start on their way out; returns once none is left.

    All are told at once and share one time of grace; whatever lives after it is ended by force.
    """
    deadline = time.monotonic() + grace_seconds
    told: set[int] = set()
    found = True
    # A look that finds nothing is followed by another one: in the moment of its start a process shows no marks.
    while (living := marked(marks)) or found:
        found = bool(living)
        if time.monotonic() > deadline:
            _signal(living, signal.SIGKILL)
        else:
            _signal([pid for pid in living if pid not in told], signal.SIGTERM)
            told.update(living)
        time.sleep(0.02)


def memory_mib(pid: int) -> float:
    """Resident memory in MiB, 0 if the process is gone."""
    if not _LINUX:
        return int(_ps("-o", "rss=", "-p", str(pid)).strip() or 0) / 1024
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS:")), 0.0)


def last_lines(file: Path, count: int, since: int = 0) -> str:
    """The last lines of a log, of what was written after byte `since`."""
    try:
        with open(file, "rb") as handle:
            handle.seek(max(since, handle.seek(0, os.SEEK_END) - 256 * 1024))
            text = handle.read().decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
    return "\n".join(text.splitlines()[-count:])


def _signal(pids: Iterable[int], number: int) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


def _ps(*arguments: str) -> str:
    return subprocess.run(["ps", *arguments], capture_output=True, text=True, check=False).stdout
