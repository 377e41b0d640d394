"""Sign-in with Google, or with the OpenID provider that stands in its place: what is set up, and whether it leads there."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from stack import api, services
from stack.part import Stack

PATH = "/auth/google"
# auth-service's own default.
_GOOGLE = "https://accounts.google.com"
_CARRIED = ("client_id", "redirect_uri", "state", "nonce", "code_challenge")


def is_set_up(stack: Stack) -> bool:
    """True if a person has named a client of the provider."""
    return bool(stack.settings.get("GOOGLE_CLIENT_ID"))


def issuer(stack: Stack) -> str:
    """The provider's address."""
    return stack.settings.get("GOOGLE_ISSUER_URL", _GOOGLE).rstrip("/")


def callback(stack: Stack) -> str:
    """Where the provider has to be told that people come back."""
    return f"{services.app_url(stack).rstrip('/')}/api/v1{PATH}/callback"


def entrance(provider: str) -> str:
    """Where the provider says that people sign in. Raises OSError if it does not say."""
    found: Any = api.call("GET", f"{provider}/.well-known/openid-configuration").body.get("authorization_endpoint")
    if not isinstance(found, str):
        raise OSError(f"{provider} describes no OpenID provider")
    return found


def faults(location: str, entrance: str, callback: str) -> list[str]:
    """What is wrong with the address that a browser is sent to; nothing, if all is well."""
    carried = parse_qs(urlsplit(location).query)
    found = [] if location.split("?")[0] == entrance.split("?")[0] else [f"it is not {entrance}"]
    found += [f"it has no {name}" for name in _CARRIED if not carried.get(name)]
    if carried.get("redirect_uri", [callback]) != [callback]:
        found.append(f"it does not come back to {callback}")
    return found
