"""The gateway: a real Envoy, the only way in. Its configuration is rendered by `deploy/gateway`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from stack import fetching, probes, services, toolchain, tools
from stack.console import Failure
from stack.home import REPOSITORY
from stack.interrupt import run_child
from stack.part import Launch, Part, Stack

_SOURCES = REPOSITORY / "deploy" / "gateway"
_LIMITS = ("RATE_LIMIT_ADDRESS", "RATE_LIMIT_USER")


def values(stack: Stack) -> dict[str, str]:
    """What the configuration depends on."""
    ports = stack.ports
    given = {
        "PORT": str(ports["gateway"]),
        "ADMIN_PORT": str(ports["gateway-admin"]),
        "INNGEST_PORT": str(ports["gateway-inngest"]),
        "BIND_ADDRESS": "127.0.0.1",
        "CLIENT_URL": stack.settings.get("CLIENT_URL", services.DEFAULT_CLIENT_URL),
    }
    for service in services.NAMES:
        prefix = service.split("-")[0].upper()
        given.update({f"{prefix}_HOST": "127.0.0.1", f"{prefix}_PORT": str(ports[service])})
    return {**given, **{limit: stack.settings.get(limit) for limit in _LIMITS}}


def docs_are_fetched() -> bool:
    """True if the page at /docs has been fetched before (should it be another version, rendering fetches this one)."""
    return any(fetching.cache().glob("docs-*/*.css"))


def fetch_docs() -> None:
    """Fetches the page at /docs into the cache; in a process of its own, so that an interrupt ends it."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        code = run_child(
            [sys.executable, "-c", "import api_docs; api_docs.viewer()"],
            cwd=_SOURCES, env=toolchain.maven_environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
        )  # fmt: skip
        if code != 0:
            output.seek(0)
            raise Failure(
                "The page at /docs could not be fetched.",
                details="\n".join(output.read().splitlines()[-8:]),
                advice="Check that this machine reaches its Maven registry (settings.xml), then call again.",
            )


def _launch(stack: Stack) -> Launch:
    config = _rendered(stack)
    argv = [
        str(tools.program("envoy")), "--config-path", str(config), "--use-dynamic-base-id", "--disable-hot-restart",
        "--concurrency", "1", "--log-level", "warning",
    ]  # fmt: skip
    return Launch(argv, stack.settings.of_machine(), config.parent)


def _traits(stack: Stack) -> dict[str, str]:
    files = sorted(file for file in _rendered(stack).parent.iterdir() if file.is_file())
    return {"configuration": "\0".join(file.read_text(encoding="utf-8", errors="replace") for file in files)}


def _rendered(stack: Stack) -> Path:
    """Envoy's configuration, written anew together with what it refers to; Envoy reads all of it at its start only."""
    try:
        return _sources().render(values(stack), stack.home.data / "gateway")
    except Exception as refused:  # its modules name what is wrong in one sentence, each with a type of its own
        raise Failure("The gateway's configuration could not be written.", details=str(refused)) from refused


def _sources() -> Any:
    if str(_SOURCES) not in sys.path:
        sys.path.append(str(_SOURCES))
    import render

    return render


GATEWAY = Part(
    name="gateway",
    ports=("gateway", "gateway-admin", "gateway-inngest"),
    launch=_launch,
    is_ready=lambda stack: probes.http_ok(stack.ports["gateway-admin"], "/ready"),
    traits=_traits,
    stop_seconds=5.0,
)
