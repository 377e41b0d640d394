"""Writes the gateway's configuration: checks every value, merges the API's description, lays out the docs page.

For the launcher, with this folder on `sys.path`: `config = render(values, out_dir)`, then `envoy -c config`.
"""

from __future__ import annotations

import ipaddress
import json
import re
import shutil
from pathlib import Path
from string import Template
from typing import Callable

import api_docs
import openapi
import refusals

_HERE = Path(__file__).resolve().parent
_SERVICES = ("AUTH", "TICKET", "TRIAGE", "NOTIFICATION")

#: What a value is when nobody sets it; bursts are twice the rate. The rest must be given.
DEFAULTS = {
    "BIND_ADDRESS": "127.0.0.1",
    "KEYS_CACHE_SECONDS": "300",
    "RATE_LIMIT_ADDRESS": "200",
    "RATE_LIMIT_USER": "150",
}


class ValueRefused(ValueError):
    """A value is missing or does not have the form that its place needs; the message names it."""


def render(values: dict[str, str], out_dir: Path, root: Path = _HERE.parents[1]) -> Path:
    """Writes config, merged OpenAPI and docs page into `out_dir` (made if need be); returns the config's path.

    `values` are the names in envoy.yaml, file places excepted; empty ones count as absent. The services under `root`
    must have been built. Raises ValueRefused, openapi.DescriptionError or api_docs.DocsError, all of them ValueErrors
    that say what to mend.
    """
    checked = check(values)
    description = openapi.merge(openapi.read(root))
    viewer = api_docs.viewer()

    out_dir = out_dir.resolve()
    out_dir.mkdir(parents=True, exist_ok=True)
    files = {"OPENAPI_FILE": out_dir / "openapi.json"}
    files["OPENAPI_FILE"].write_text(json.dumps(description, ensure_ascii=False), encoding="utf-8")
    for name, source in (
        ("DOCS_PAGE_FILE", _HERE / "docs" / "index.html"),
        ("DOCS_START_FILE", _HERE / "docs" / "start.js"),
        ("DOCS_SCRIPT_FILE", viewer / "swagger-ui-bundle.js"),
        ("DOCS_STYLE_FILE", viewer / "swagger-ui.css"),
    ):
        files[name] = Path(shutil.copyfile(source, out_dir / source.name))

    # JSON strings are YAML strings: whatever a path holds, it stays one.
    places = {name: json.dumps(str(path)) for name, path in files.items()}
    template = Template((_HERE / "envoy.yaml").read_text(encoding="utf-8"))
    config = out_dir / "envoy.yaml"
    config.write_text(template.substitute(checked, REFUSALS=refusals.mappers_json(), **places), encoding="utf-8")
    return config


def check(values: dict[str, str]) -> dict[str, str]:
    """The values as they go into the template, defaults filled in. Raises ValueRefused for the first that is wrong."""
    given = {**DEFAULTS, **{name: value for name, value in values.items() if value}}
    for limit in ("RATE_LIMIT_ADDRESS", "RATE_LIMIT_USER"):
        given.setdefault(limit + "_BURST", str(2 * int(_number(1_000_000)(limit, given[limit]))))
    unknown = given.keys() - _FORMS.keys()
    if unknown:
        raise ValueRefused(f"{', '.join(sorted(unknown))}: not a value of the gateway")
    missing = _FORMS.keys() - given.keys()
    if missing:
        raise ValueRefused(f"{', '.join(sorted(missing))}: missing")
    return {name: form(name, given[name]) for name, form in _FORMS.items()}


def _number(most: int) -> Callable[[str, str], str]:
    def checked(name: str, value: str) -> str:
        if not re.fullmatch(r"[0-9]{1,9}", value) or not 1 <= int(value) <= most:
            raise ValueRefused(f"{name}: a whole number from 1 to {most} is expected")
        return str(int(value))

    return checked


def _host(name: str, value: str) -> str:
    label = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
    if not re.fullmatch(rf"{label}(\.{label})*", value):
        _address(name, value)
    return json.dumps(value)


def _address(name: str, value: str) -> str:
    try:
        return json.dumps(str(ipaddress.ip_address(value)))
    except ValueError:
        raise ValueRefused(f"{name}: not a host or an IP address") from None


def _origin(name: str, value: str) -> str:
    """An origin as a browser sends it: lower case, no path, no slash at the end, no port that is the scheme's own."""
    match = re.fullmatch(r"(https?)://([a-z0-9.-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?/?", value.strip().lower())
    if not match:
        raise ValueRefused(f"{name}: an origin such as https://app.example.org is expected, without path or query")
    scheme, host, port = match.groups()
    own = {"http": ":80", "https": ":443"}[scheme]
    return json.dumps(f"{scheme}://{host}{'' if port in (None, own) else port}")


_PORT = _number(65535)
_RATE = _number(1_000_000)
_BURST = _number(2_000_000)
_FORMS: dict[str, Callable[[str, str], str]] = {
    "PORT": _PORT,
    "ADMIN_PORT": _PORT,
    "INNGEST_PORT": _PORT,
    "BIND_ADDRESS": _address,
    "CLIENT_URL": _origin,
    **{f"{service}_HOST": _host for service in _SERVICES},
    **{f"{service}_PORT": _PORT for service in _SERVICES},
    # Not more, since auth-service publishes a key ten minutes before the key signs.
    "KEYS_CACHE_SECONDS": _number(300),
    "RATE_LIMIT_ADDRESS": _RATE,
    "RATE_LIMIT_ADDRESS_BURST": _BURST,
    "RATE_LIMIT_USER": _RATE,
    "RATE_LIMIT_USER_BURST": _BURST,
}
