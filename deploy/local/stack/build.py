"""Builds the services, only when what they are made of is newer than what was made."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Iterator, Sequence

from stack import process, services, toolchain
from stack.console import Failure, progress
from stack.home import REPOSITORY, Home
from stack.interrupt import run_child

NO_BUILD = "TICKETING_NO_BUILD"
_SHARED = ("pom.xml", ".mvn", "platform")
_OUTPUTS = {"target", ".git"}


def stale(names: Sequence[str]) -> list[str]:
    """The services that have no jar, or one that is older than their sources."""
    shared = max(map(_newest, _SHARED))
    return [name for name in names if _made(name) < max(shared, _newest(name))]


def build(home: Home, names: Sequence[str]) -> None:
    """Packages these services and the libraries that they share, without their tests.

    Not so within a run of Maven that tests what it has built: a second Maven would pull that from under the first.
    """
    if os.environ.get(NO_BUILD):
        raise Failure(
            f"Not built from their present sources, and this run must not build them: {', '.join(names)} ({NO_BUILD} is set).",
            advice="Build them in the same run (./ticketing test -pl e2e -am), or before it (./ticketing up).",
        )
    log = home.log_file("build")
    command = [
        toolchain.maven(), "-B", "-ntp", "-DskipTests", "-pl", ",".join(names), "-am", "package",
    ]  # fmt: skip
    title = "Building " + (names[0] if len(names) == 1 else f"{len(names)} services") + " with Maven"
    with open(log, "wb") as output, progress(title, lambda: _module(log)):
        code = run_child(
            command, cwd=REPOSITORY, env=toolchain.maven_environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
    if code != 0:
        raise Failure(
            "The build failed.", details=errors_of(log), advice=f"The whole log: {log}. Mend it and call again."
        )


def errors_of(log: Path) -> str:
    """What Maven says went wrong, without its hints about itself; else the end of its log."""
    text = process.last_lines(log, 4000)
    errors = [line for line in text.splitlines() if line.startswith("[ERROR]") and len(line) > len("[ERROR] ")]
    told = [line for line in errors if "[Help 1]" in line or not line.startswith(("[ERROR] Re-run", "[ERROR] For more", "[ERROR] To see"))]
    return "\n".join(told[:20]) or process.last_lines(log, 20)


def skipped_of(log: Path) -> list[str]:
    """The modules that Maven has not come to, since one that they need has failed."""
    summary = process.last_lines(log, 4000)
    return re.findall(r"^\[INFO\] (.+?) \.+ SKIPPED", summary, re.MULTILINE)


def _module(log: Path) -> str:
    lines = process.last_lines(log, 400).splitlines()
    building = [line for line in lines if line.startswith("[INFO] Building ") and " [" in line]
    return " ".join(building[-1].split()[2:]) if building else ""


def _made(service: str) -> float:
    try:
        return services.jar(service).stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _newest(place: str) -> float:
    """The latest change of a source file below; a folder counts too, for what was removed from it."""
    return max((entry.stat().st_mtime for entry in _sources(REPOSITORY / place)), default=0.0)


def _sources(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for folder, folders, files in os.walk(place):
        folders[:] = [name for name in folders if name not in _OUTPUTS and not (name == "test" and folder.endswith("src"))]
        in_sources = f"{os.sep}src{os.sep}main" in folder or folder.endswith(f"{os.sep}.mvn")
        if in_sources:
            yield Path(folder)
        for name in files:
            if in_sources or name == "pom.xml":
                yield Path(folder, name)
