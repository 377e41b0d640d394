"""What parts are made of: looked for before the long work, and fetched once for this machine."""

from __future__ import annotations

from typing import AbstractSet

from stack import broker, console, gateway, nodejs, schemathesis, services, toolchain, tools
from stack.console import Failure, progress
from stack.starting import together

_OF_JAVA = {"kafka", "gateway", *services.NAMES}
_OF_PYTHON = {"mongod", "inbox", "gateway"}
# Not parts: what only tests need.
SIGN_IN = "sign-in provider"
API_TESTS = "API tests"


def check(names: AbstractSet[str]) -> None:
    """Tells all that this machine lacks for these parts: JDK, Maven, pip. What can be fetched is not lacking."""
    needed = [toolchain.jdk_home, toolchain.maven] if names & _OF_JAVA else []
    unfetched_python = names & _OF_PYTHON and not tools.are_fetched()
    if unfetched_python or (API_TESTS in names and not schemathesis.are_fetched()):
        needed.append(tools.require_pip)
    if API_TESTS in names:
        needed.append(schemathesis.require_python)
    lacking: list[Failure] = []
    for look in needed:
        try:
            look()
        except Failure as failure:
            lacking.append(failure)
    console.raise_first(lacking)


def fetch(names: AbstractSet[str]) -> None:
    """Fetches what these parts are made of; with nothing to fetch this takes no time."""
    tasks = {}
    if names & _OF_PYTHON and not tools.are_fetched():
        tasks["database, gateway and inbox"] = tools.libraries
    if "kafka" in names and not broker.are_fetched():
        tasks["Kafka broker"] = broker.jars
    if "gateway" in names and not gateway.docs_are_fetched():
        tasks["API viewer"] = gateway.fetch_docs
    if SIGN_IN in names and not nodejs.are_fetched():
        tasks["sign-in provider"] = nodejs.provider_modules
    if API_TESTS in names and not schemathesis.are_fetched():
        tasks["API tests"] = schemathesis.library
    if tasks:
        with progress("Fetching " + ", ".join(tasks) + " (once for this machine)"):
            together(tasks)
