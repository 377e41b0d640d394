"""The files of the page at /docs: Swagger UI as Maven delivers it, pinned by hash and kept in the user's cache."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

_POM = Path(__file__).with_name("docs") / "pom.xml"
_JAR = "swagger-ui.jar"
_JAR_SHA256 = "c542227b75e703ffdc460254728799ed578b4e045bc7284de457aa1e48eca423"
_VIEWER = ("swagger-ui-bundle.js", "swagger-ui.css")


class DocsError(ValueError):
    """The viewer could not be fetched, or is not what was pinned."""


def viewer() -> Path:
    """The folder with Swagger UI's files; the first call fetches them (about 1 MB)."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ticketing"
    pins = _POM.read_bytes() + _JAR_SHA256.encode()
    folder = cache / f"docs-{hashlib.sha256(pins).hexdigest()[:12]}"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as workspace:
            ready = _unpacked(_fetched(Path(workspace)), Path(workspace) / "ready")
            try:
                ready.rename(folder)
            except OSError:
                if not folder.is_dir():  # else another stack was quicker, with the same files
                    raise
    return folder


def _fetched(workspace: Path) -> Path:
    # A copy outside the repository, so that the build's JVM settings (.mvn) do not apply: any JDK will do here.
    shutil.copy(_POM, workspace / "pom.xml")
    try:
        maven = subprocess.run(
            ["mvn", "-B", "-q", "-f", str(workspace / "pom.xml"), "prepare-package"],
            cwd=workspace,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        raise DocsError("Maven (mvn) is needed to fetch the API viewer, and is not on the PATH") from None
    if maven.returncode:
        raise DocsError("Maven could not fetch the API viewer:\n" + maven.stdout[-2000:])
    return workspace / "target" / _JAR


def _unpacked(jar: Path, folder: Path) -> Path:
    if hashlib.sha256(jar.read_bytes()).hexdigest() != _JAR_SHA256:
        raise DocsError("The API viewer that Maven fetched is not the one pinned in api_docs.py")
    folder.mkdir()
    with zipfile.ZipFile(jar) as archive:
        for entry in archive.namelist():
            name = entry.rsplit("/", 1)[-1]
            if name in _VIEWER:
                (folder / name).write_bytes(archive.read(entry))
    return folder
