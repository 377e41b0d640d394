"""The four services: packaged Quarkus applications, each with the settings that are its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from stack import broker, mongod, probes, toolchain
from stack.home import REPOSITORY, Home
from stack.part import Launch, Part, Stack

NAMES = ("auth-service", "ticket-service", "triage-worker", "notification-service")
DEFAULT_CLIENT_URL = "http://localhost:5173"
_JVM = (
    "-Xms32m", "-Xss512k", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
    "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC",
)  # fmt: skip
# The quick compiler alone starts sooner and is enough for what waits for the database.
_WAITING = ("-Xmx160m", "-XX:TieredStopAtLevel=1")
# Hashing a password is arithmetic, so it wants the good compiler, and nearly 40 MiB: two at once fit into a quarter of this.
_HASHING = ("-Xmx320m",)


def gateway_url(stack: Stack) -> str:
    return f"http://localhost:{stack.ports['gateway']}"


def mongo_uri(stack: Stack) -> str:
    return stack.settings.get("MONGO_URI") or mongod.uri(stack.ports["mongod"])


def bootstrap_servers(stack: Stack) -> str:
    return stack.settings.get("KAFKA_BOOTSTRAP_SERVERS") or broker.bootstrap_servers(stack.ports["kafka"])


def environment_of(service: str, stack: Stack) -> dict[str, str]:
    """What the service is started with: the machine's own, what a person has set for it, and this stack's places."""
    environment = {
        **stack.settings.of_machine(),
        **stack.settings.of_service(service),
        "HTTP_HOST": "127.0.0.1",
        "HTTP_PORT": str(stack.ports[service]),
        "MONGO_URI": mongo_uri(stack),
        "KAFKA_BOOTSTRAP_SERVERS": bootstrap_servers(stack),
        "JWKS_URL": f"http://127.0.0.1:{stack.ports['auth-service']}/.well-known/jwks.json",
    }
    defaults: dict[str, str] = {}
    if service == "auth-service":
        defaults = {"ONBOARDING_ROLE_POLICY": "open"}
        if "JWT_SECRET" not in environment:
            defaults["JWT_SECRET"] = stack.home.secret("jwt-secret")
    if service == "notification-service":
        defaults = {"CLIENT_URL": DEFAULT_CLIENT_URL}
        if not uses_relay(stack):
            environment.update(
                MAILTRAP_SMTP_HOST="127.0.0.1",
                MAILTRAP_SMTP_PORT=str(stack.ports["inbox-smtp"]),
                MAILTRAP_SMTP_SECURITY="plain",
            )
    return {**defaults, **environment}


def uses_relay(stack: Stack) -> bool:
    """True if a person has named a mail relay: then mails leave this machine."""
    return bool(stack.settings.get("MAILTRAP_SMTP_HOST"))


def jar(service: str) -> Path:
    """What the build makes of a service."""
    return REPOSITORY / service / "target" / "quarkus-app" / "quarkus-run.jar"


def part(service: str) -> Part:
    """The service as a part of the stack."""
    return Part(
        name=service,
        ports=(service,),
        launch=lambda stack: _launch(service, stack),
        is_ready=lambda stack: probes.http_ok(stack.ports[service], "/q/health/ready"),
        is_outdated=lambda stack: _is_outdated(service, stack.home),
    )


def _launch(service: str, stack: Stack) -> Launch:
    application = _own_copy(service, stack.home)
    argv = [toolchain.java(), *_JVM, *(_HASHING if service == "auth-service" else _WAITING), "-jar", "quarkus-run.jar"]
    return Launch(argv, environment_of(service, stack), application)


def _application(service: str, home: Home) -> Path:
    return home.root / "app" / service


def _is_outdated(service: str, home: Home) -> bool:
    """True if the service was built again after it was started."""
    started = _application(service, home) / jar(service).name
    return started.exists() and jar(service).exists() and not os.path.samestat(started.stat(), jar(service).stat()) \
        and started.stat().st_mtime_ns != jar(service).stat().st_mtime_ns  # fmt: skip


def _own_copy(service: str, home: Home) -> Path:
    """Links the built application into the stack, so that a build never pulls the files from under a running service."""
    target = _application(service, home)
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(jar(service).parent, target, copy_function=_link_or_copy)
    return target


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
