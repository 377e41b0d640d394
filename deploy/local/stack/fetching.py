"""Downloads that all stacks and clones of this user share, each whole or not there at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Callable

from stack.home import exclusive


def cache() -> Path:
    """`ticketing` in the user's cache folder."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "ticketing"


def key(*parts: bytes) -> str:
    """A short name for exactly this content."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def fetched(name: str, fill: Callable[[Path], None]) -> Path:
    """The folder `name` in the cache, filled once: by one process at a time, in a folder that is renamed when whole."""
    target = cache() / name
    if target.is_dir():
        return target
    with exclusive(cache() / f"{name}.lock", "Another ./ticketing is fetching the same tools; waiting for it"):
        if not target.is_dir():
            fresh = Path(tempfile.mkdtemp(dir=cache(), prefix=f"{name}.part-"))
            try:
                fill(fresh)
                fresh.chmod(0o755)
                fresh.rename(target)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
    return target
