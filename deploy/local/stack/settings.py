"""Settings: the caller's environment, then `.env`, then what a local stack needs; each part gets its own only."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Mapping

from stack.home import REPOSITORY

# What any program may need of the machine that it runs on; nothing else of the caller's environment gets through.
_MACHINE = (
    "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TERM",
    "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy",
    "SSL_CERT_FILE", "SSL_CERT_DIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "JAVA_TOOL_OPTIONS",
    "TICKETING_TEST_RUN",
)  # fmt: skip
_MACHINE_PREFIXES = ("LC_", "XDG_")

# The event key is for those alone who send, the signing keys for those who are called.
_INNGEST = ("INNGEST_BASE_URL", "INNGEST_DEV", "INNGEST_ENV", "INNGEST_SERVE_ORIGIN")
# What a person may set for all services, and for each of them. A name that ends with _ stands for all that begin so.
_EVERY_SERVICE = ("QUARKUS_", "OTEL_", "MP_", "TRACES_RATIO", "CLIENT_URL", "APP_URL", "TRIAGE_ENGINE", *_INNGEST)
_OF_SERVICE: dict[str, tuple[str, ...]] = {
    "auth-service": (
        "JWT_", "ONBOARDING_ROLE_POLICY", "ADMIN_EMAIL", "ADMIN_PASSWORD", "GOOGLE_", "SESSION_SECRET", "MAIL_LINK_SECRET",
        "RATE_LIMIT_SIGN_IN", "RATE_LIMIT_SIGN_IN_ADDRESS", "RATE_LIMIT_REGISTRATION", "RATE_LIMIT_FORGOTTEN_PASSWORD",
        "INNGEST_EVENT_KEY",
    ),
    "ticket-service": ("TICKETING_STREAM_", "INNGEST_EVENT_KEY"),
    "triage-worker": ("GEMINI_", "TRIAGE_", "INNGEST_SIGNING_"),
    "notification-service": ("MAILTRAP_SMTP_", "MAIL_FROM", "MAIL_LINK_SECRET", "INNGEST_SIGNING_"),
}  # fmt: skip
_OF_STACK = (
    "PORT", "MONGO_URI", "KAFKA_BOOTSTRAP_SERVERS", "RATE_LIMIT_ADDRESS", "RATE_LIMIT_USER",
)  # fmt: skip


class Settings:
    """What a person has set. An empty value is as good as none, and hides the one in `.env`."""

    def __init__(self, environment: Mapping[str, str], dotenv: Mapping[str, str]) -> None:
        self._values = {name: value for name, value in {**dotenv, **environment}.items() if value}

    @staticmethod
    def of_caller(hidden: Mapping[str, str]) -> Settings:
        """Reads the environment and the file that TICKETING_ENV_FILE names (`.env` in the repository).

        :param hidden: pairs that are not a person's wish, as when somebody has sourced the stack's own stack.env
        """
        named = os.environ.get("TICKETING_ENV_FILE")
        file = REPOSITORY / ".env" if named is None else Path(named)
        environment = {name: value for name, value in os.environ.items() if hidden.get(name) != value}
        return Settings(environment, parse_dotenv(file.read_text(encoding="utf-8")) if file.is_file() else {})

    def get(self, name: str, default: str = "") -> str:
        """The value that a person has set, or the default."""
        return self._values.get(name, default)

    def of_machine(self) -> dict[str, str]:
        """The environment that every process gets."""
        return _chosen(dict(os.environ), _MACHINE + _MACHINE_PREFIXES)

    def of_service(self, service: str) -> dict[str, str]:
        """What a person has set for this service; other services' secrets are not among it."""
        return _chosen(self._values, _EVERY_SERVICE + _OF_SERVICE[service])


def names() -> tuple[str, ...]:
    """Every setting that changes what a stack does, as names and prefixes; tests start without them."""
    own = tuple(name for service in _OF_SERVICE.values() for name in service)
    return (*_OF_STACK, *_EVERY_SERVICE, *own)


def without_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment as it would be if nobody had set anything."""
    found = _chosen(environment, names())
    return {name: value for name, value in environment.items() if name not in found}


def parse_dotenv(text: str) -> dict[str, str]:
    """NAME=value lines; quotes around a value and `export` before a name are dropped, # starts a comment."""
    values: dict[str, str] = {}
    for line in text.splitlines():
        name, separator, value = line.strip().partition("=")
        name = name.removeprefix("export ").strip()
        if not separator or not name or name.startswith("#"):
            continue
        value = value.strip()
        if value[:1] in ("'", '"') and value[:1] in value[1:]:
            value = value[1 : value.index(value[0], 1)]
        else:
            value = value.split(" #")[0].rstrip()
        values[name] = value
    return values


def _chosen(values: Mapping[str, str], wanted: tuple[str, ...]) -> dict[str, str]:
    prefixes = tuple(name for name in wanted if name.endswith("_"))
    return {name: value for name, value in values.items() if name in wanted or name.startswith(prefixes)}
