"""Where a stack keeps what it knows: pids, logs, data, ports and addresses, all under one folder."""

from __future__ import annotations

import fcntl
import os
import secrets
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

from stack import console, interrupt

REPOSITORY = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Home:
    """TICKETING_HOME, by default `.ticketing` in the repository."""

    root: Path

    @staticmethod
    def of_caller() -> Home:
        """The home that the caller's environment names."""
        named = os.environ.get("TICKETING_HOME")
        return Home((Path(named) if named else REPOSITORY / ".ticketing").expanduser().resolve())

    @property
    def run(self) -> Path:
        return self.root / "run"

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def stack_env(self) -> Path:
        return self.root / "stack.env"

    def pid_file(self, part: str) -> Path:
        return self.run / f"{part}.pid"

    def log_file(self, part: str) -> Path:
        return self.logs / f"{part}.log"

    def prepare(self) -> None:
        """Makes the folders; they are nobody else's business."""
        for folder in (self.root, self.run, self.data, self.logs):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def secret(self, name: str) -> str:
        """A random secret of this stack, made once and readable by its owner alone."""
        file = self.data / "secrets" / name
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_atomically(file, secrets.token_urlsafe(48), mode=0o600)
        return file.read_text(encoding="utf-8").strip()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Lets one call at a time change this stack; the others wait for their turn."""
        self.prepare()
        with exclusive(self.run / "lock", "Another ./ticketing is at work on this stack; waiting for it"):
            yield


@contextmanager
def exclusive(file: Path, waiting: str) -> Iterator[None]:
    """Holds a lock that ends with this process at the latest; says `waiting` if somebody else has it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "w", encoding="utf-8") as handle:
        told = False
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not told:
                    console.say(f"  {waiting} …", sys.stderr)
                    told = True
                interrupt.pause(0.1)
        yield


def write_atomically(file: Path, text: str, mode: int = 0o644) -> None:
    """Replaces a file so that a reader sees the old or the new text, never a part."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
        handle.write(text)
    os.chmod(name, mode)
    os.replace(name, file)
