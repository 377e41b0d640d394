"""One description of the API out of the four that the services' builds write.

Called by itself it renews docs/openapi.json, the copy that clients are generated from; a test compares it with what is served.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

SERVICES = ("auth-service", "ticket-service", "triage-worker", "notification-service")

#: What needs no token. envoy.yaml opens the same routes; a test asks the running gateway for each of them.
PUBLIC_OPERATIONS = frozenset(
    {
        ("post", "/api/v1/auth/register"),
        ("post", "/api/v1/auth/login"),
        ("post", "/api/v1/auth/logout/session"),
        ("post", "/api/v1/auth/verify-email"),
        ("post", "/api/v1/auth/forgot-password"),
        ("post", "/api/v1/auth/reset-password"),
        ("get", "/api/v1/auth/google"),
        ("get", "/api/v1/auth/google/callback"),
        ("get", "/.well-known/jwks.json"),
    }
)

#: What the session cookie does not open, since it changes something and any page can make a browser ask for it.
BEARER_OPERATIONS = frozenset({("get", "/api/v1/auth/admin/user/{userId}/status")})

_METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
_BEARER = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "JWT",
    "description": "The `token` that register, login and onboarding answer with.",
}
_SESSION = {
    "type": "apiKey",
    "in": "cookie",
    "name": "ticketing_session",
    "description": "The cookie that a sign-in with Google ends with. It counts where there is no Authorization header, and for a "
    "request that changes something only with an `Origin` that is allowed.",
}
# What the gateway says itself when a service does not answer; no service can know of it.
_TIMEOUT_NAME = "GatewayTimeout"
_TIMEOUT = {
    "description": "The service did not answer in time; what was asked for may have been done",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


class DescriptionError(ValueError):
    """The services' descriptions are missing or contradict each other; the message says which and where."""


def read(root: Path) -> dict[str, dict]:
    """The built descriptions under `root`, by service. Raises DescriptionError for one that is missing or broken."""
    descriptions = {}
    for service in SERVICES:
        path = root / service / "target" / "openapi" / "openapi.json"
        try:
            descriptions[service] = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise DescriptionError(f"{path} is missing: build {service} first") from None
        except ValueError as broken:
            raise DescriptionError(f"{path} is not JSON: {broken}") from None
    return descriptions


def merge(descriptions: dict[str, dict]) -> dict:
    """One description of everything that the gateway lets through.

    Equal definitions of the same name are one; two different ones are an error, since a reader could not tell which
    is meant. What a service says about servers, security and itself gives way to what holds at the gateway.
    """
    paths, components, tags, operation_ids = _Once("operation"), {}, _Once("tag"), _Once("operationId")
    components["responses"] = _Once("components.responses")
    components["responses"].put(_TIMEOUT_NAME, _TIMEOUT, "the gateway")
    for service, description in descriptions.items():
        if not str(description.get("openapi", "")).startswith("3.1"):
            raise DescriptionError(f"{service}: OpenAPI 3.1 expected, found {description.get('openapi')!r}")
        for path, item in description.get("paths", {}).items():
            if _is_public_side(path):
                for key, value in item.items():
                    if key in _METHODS:
                        value = _as_seen_here(key, path, value)
                        if "operationId" in value:
                            operation_ids.put(value["operationId"], f"{key} {path}", service)
                    paths.put((path, key), value, service)
        for kind, named in description.get("components", {}).items():
            if kind != "securitySchemes":
                for name, definition in named.items():
                    components.setdefault(kind, _Once(f"components.{kind}")).put(name, definition, service)
        for tag in description.get("tags", []):
            tags.put(tag["name"], tag, service)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Ticketing API",
            "version": "1",
            "description": "Helpdesk tickets that are analysed, prioritised and assigned as they come in. "
            "Register or log in, then put the token under Authorize.",
        },
        "servers": [{"url": "/"}],
        "security": [{"bearer": []}, {"session": []}],
        "tags": [tag for _, tag in tags.sorted()],
        "paths": _nested(paths),
        "components": {
            **{kind: dict(once.sorted()) for kind, once in sorted(components.items())},
            "securitySchemes": {"bearer": _BEARER, "session": _SESSION},
        },
    }


def renew(root: Path) -> None:
    """Writes the merged description to docs/openapi.json under `root`. Raises DescriptionError as `read` and `merge` do."""
    text = json.dumps(merge(read(root)), indent=2, ensure_ascii=False)
    (root / "docs" / "openapi.json").write_text(text + "\n", encoding="utf-8")


def _is_public_side(path: str) -> bool:
    return path.startswith("/api/v1/") or path == "/.well-known/jwks.json"


def _as_seen_here(method: str, path: str, operation: dict) -> dict:
    """The operation without its service's own wording of security and servers, and with what the gateway may answer itself."""
    seen = {key: value for key, value in operation.items() if key not in ("security", "servers")}
    timeout = {"504": {"$ref": f"#/components/responses/{_TIMEOUT_NAME}"}}
    seen["responses"] = dict(sorted({**operation.get("responses", {}), **timeout}.items()))
    if (method, path) in PUBLIC_OPERATIONS:
        seen["security"] = []
    elif (method, path) in BEARER_OPERATIONS:
        seen["security"] = [{"bearer": []}]
    return seen


def _nested(paths: _Once) -> dict:
    nested: dict[str, dict] = {}
    for (path, key), value in paths.sorted():
        nested.setdefault(path, {})[key] = value
    return nested


class _Once:
    """Named definitions; a name may come again, but only with the same meaning."""

    def __init__(self, kind: str):
        self._kind = kind
        self._definitions: dict = {}
        self._origins: dict = {}

    def put(self, name, definition, service: str) -> None:
        if name in self._definitions and self._definitions[name] != definition:
            shown = " ".join(reversed(name)) if isinstance(name, tuple) else name
            raise DescriptionError(
                f"{self._kind} '{shown}' means one thing in {self._origins[name]} and another in {service}: "
                "rename one of them or make them equal"
            )
        self._definitions[name] = definition
        self._origins.setdefault(name, service)

    def sorted(self) -> list:
        return sorted(self._definitions.items(), key=lambda entry: entry[0])


if __name__ == "__main__":
    try:
        renew(Path(__file__).resolve().parents[2])
    except DescriptionError as complaint:
        sys.exit(str(complaint))
