"""A Maven that Quarkus' dev mode accepts: the installed one when it is new enough, else one from the Maven registry."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

from stack import console, fetching, toolchain
from stack.console import Failure
from stack.interrupt import run_child

_VERSION = "3.9.11"
_SHA256 = "0d7125e8c91097b36edb990ea5934e6c68b4440eef4ea96510a0f6815e7eeadb"
_OLDEST = (3, 9)
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"


def maven() -> str:
    """The path of an mvn that is 3.9 or newer; dev mode refuses older ones, though they build."""
    installed = toolchain.maven()
    told = subprocess.run(
        [installed, "--version"], env=toolchain.maven_environment(), capture_output=True, text=True, check=False
    ).stdout
    if is_new_enough(told):
        return installed
    console.say(f"Dev mode needs Maven 3.9 or newer; using {_VERSION} from the Maven registry.")
    folder = fetching.fetched(f"maven-{_VERSION}-{_SHA256[:12]}", _fetch)
    return str(folder / f"apache-maven-{_VERSION}" / "bin" / "mvn")


def is_new_enough(told: str) -> bool:
    """Whether what `mvn --version` told names a version that dev mode accepts."""
    version = re.search(r"Apache Maven (\d+)\.(\d+)", told)
    return version is not None and (int(version[1]), int(version[2])) >= _OLDEST


def _fetch(target: Path) -> None:
    artifact = f"org.apache.maven:apache-maven:{_VERSION}:zip:bin"
    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryFile() as output:
        code = run_child(
            [toolchain.maven(), "-B", "-ntp", "-q", _COPY, f"-Dartifact={artifact}", f"-DoutputDirectory={place}"],
            cwd=place, env=toolchain.maven_environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
        )  # fmt: skip
        archives = list(Path(place).glob("*.zip"))
        if code != 0 or not archives:
            raise Failure(
                "Maven 3.9 could not be fetched.",
                advice="Install Maven 3.9 or newer, or check that this machine reaches its Maven registry, then call again.",
            )
        if hashlib.sha256(archives[0].read_bytes()).hexdigest() != _SHA256:
            raise Failure("The Maven that the registry serves is not the one that this repository names.")
        with zipfile.ZipFile(archives[0]) as archive:
            archive.extractall(target)
    (target / f"apache-maven-{_VERSION}" / "bin" / "mvn").chmod(0o755)
