"""JDK 25 and Maven: found, never fetched."""

from __future__ import annotations

import glob
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator

from stack.console import Failure

JDK = 25
_USUAL_PLACES = (
    "/usr/lib/jvm/*25*", "/usr/lib64/jvm/*25*", "/opt/*jdk*25*", "/opt/java/*25*", "/opt/java/openjdk", "/usr/local/*jdk*25*",
    "~/.sdkman/candidates/java/25*", "~/.jdks/*25*", "~/.jenv/versions/25*", "~/.asdf/installs/java/*25*",
    "~/.local/share/mise/installs/java/*25*", "/Library/Java/JavaVirtualMachines/*25*/Contents/Home",
    "/opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home",
)  # fmt: skip


def jdk_home() -> Path:
    """The home of a JDK 25: JAVA_HOME, then PATH, then the usual places."""
    for home in _candidates():
        if _is_jdk(home):
            return home.resolve()
    raise Failure(
        f"There is no JDK {JDK} on this machine.",
        advice=f"Install one (Temurin {JDK}, for instance), or set JAVA_HOME to it, then call again.",
    )


def java() -> str:
    return str(jdk_home() / "bin" / "java")


def maven() -> str:
    """The path of mvn."""
    found = shutil.which("mvn")
    if not found:
        raise Failure(
            "Maven is not on PATH.",
            advice="Install it (apt install maven, brew install maven, sdk install maven), then call again.",
        )
    return found


def maven_environment() -> dict[str, str]:
    """The caller's environment with the right JDK in it."""
    return {**os.environ, "JAVA_HOME": str(jdk_home())}


def _candidates() -> Iterator[Path]:
    named = os.environ.get("JAVA_HOME")
    if named:
        yield Path(named)
    on_path = shutil.which("java")
    if on_path:
        yield Path(on_path).resolve().parents[1]
    for pattern in _USUAL_PLACES:
        for place in sorted(glob.glob(os.path.expanduser(pattern)), reverse=True):
            yield Path(place)
    if sys.platform == "darwin":
        asked = subprocess.run(["/usr/libexec/java_home", "-v", str(JDK)], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            yield Path(asked.stdout.strip())


def _is_jdk(home: Path) -> bool:
    """True if this is a JDK (not a runtime alone) of the right version; its release file says so without a start."""
    if not (home / "bin" / "javac").exists():
        return False
    try:
        release = (home / "release").read_text(encoding="utf-8")
    except OSError:
        return False
    version = re.search(r'^JAVA_VERSION="(\d+)', release, re.MULTILINE)
    return version is not None and int(version[1]) == JDK
