"""The four services: packaged Quarkus applications, each with the settings that are its own."""

from __future__ import annotations

import json
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
# What a service does not start without, and a stack makes for itself.
_SECRETS = {
    "auth-service": ("JWT_SECRET", "SESSION_SECRET", "MAIL_LINK_SECRET"),
    "notification-service": ("MAIL_LINK_SECRET",),
}
# Where Inngest calls functions, through a listener of the gateway.
_SERVE_FUNCTIONS = ("triage-worker", "notification-service")
# Hashing a password is arithmetic, so it wants the good compiler, and nearly 40 MiB: two at once fit into a quarter of this.
_HASHING = ("-Xmx320m",)


def gateway_url(stack: Stack) -> str:
    return f"http://localhost:{stack.ports['gateway']}"


def app_url(stack: Stack) -> str:
    """Where browsers reach the gateway."""
    return stack.settings.get("APP_URL") or gateway_url(stack)


def mongo_uri(stack: Stack) -> str:
    return stack.settings.get("MONGO_URI") or mongod.uri(stack.ports["mongod"])


def bootstrap_servers(stack: Stack) -> str:
    return stack.settings.get("KAFKA_BOOTSTRAP_SERVERS") or broker.bootstrap_servers(stack.ports["kafka"])


def environment_of(service: str, stack: Stack) -> dict[str, str]:
    """What the service is started with: the machine's own, and its settings."""
    return {**stack.settings.of_machine(), **_settings_of(service, stack)}


def _settings_of(service: str, stack: Stack) -> dict[str, str]:
    """What a person has set for the service, and this stack's places."""
    settings = {
        **stack.settings.of_service(service),
        "HTTP_HOST": "127.0.0.1",
        "HTTP_PORT": str(stack.ports[service]),
        "MONGO_URI": mongo_uri(stack),
        "KAFKA_BOOTSTRAP_SERVERS": bootstrap_servers(stack),
        "JWKS_URL": f"http://127.0.0.1:{stack.ports['auth-service']}/.well-known/jwks.json",
    }
    for name in _SECRETS.get(service, ()):
        if name not in settings:
            settings[name] = stack.home.secret(name.lower().replace("_", "-"))
    if service == "notification-service" and not uses_relay(stack):
        settings.update(
            MAILTRAP_SMTP_HOST="127.0.0.1",
            MAILTRAP_SMTP_PORT=str(stack.ports["inbox-smtp"]),
            MAILTRAP_SMTP_SECURITY="plain",
        )
    defaults = {"CLIENT_URL": DEFAULT_CLIENT_URL, "APP_URL": app_url(stack)}
    if service in _SERVE_FUNCTIONS:
        defaults["INNGEST_SERVE_ORIGIN"] = f"http://127.0.0.1:{stack.ports['gateway-inngest']}"
    if service == "auth-service":
        defaults["ONBOARDING_ROLE_POLICY"] = "open"
    return {**defaults, **settings}


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
        traits=lambda stack: _traits(service, stack),
    )


def _launch(service: str, stack: Stack) -> Launch:
    application = _own_copy(service, stack.home)
    argv = [toolchain.java(), *_JVM, *(_HASHING if service == "auth-service" else _WAITING), "-jar", "quarkus-run.jar"]
    return Launch(argv, environment_of(service, stack), application)


def _traits(service: str, stack: Stack) -> dict[str, str]:
    return {
        "build": str(jar(service).stat().st_mtime_ns),
        "settings": json.dumps(_settings_of(service, stack), sort_keys=True),
    }


def _own_copy(service: str, home: Home) -> Path:
    """Links the built application into the stack, so that a build never pulls the files from under a running service."""
    target = home.root / "app" / service
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(jar(service).parent, target, copy_function=_link_or_copy)
    return target


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
