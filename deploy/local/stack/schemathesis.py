"""Schemathesis, which calls an API as its description allows and forbids: fetched like the other tools, and run as one role."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Callable, Mapping, Sequence

from stack import fetching, tools
from stack.console import Failure
from stack.home import write_atomically
from stack.interrupt import run_child
from stack.reports import FailedTest, Outcome

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements-schemathesis.txt"
OLDEST_PYTHON = (3, 11)
_SEED = "20250101"
_EXAMPLES = "10"
_PROGRAM = "from schemathesis.cli import schemathesis; schemathesis()"
# Every method that a server may be asked for and Envoy knows. Any other one (QUERY) ends in Envoy's reader of HTTP, which answers
# 400 before there is a route whose methods could be told.
_METHODS = ("GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "TRACE")
_JWT = re.compile(r"eyJ[\w-]+(?:\.[\w-]*)*")


def require_python(version: Sequence[int] = sys.version_info) -> None:
    """Raises if this Python is too old for it."""
    if tuple(version[:2]) < OLDEST_PYTHON:
        needed, found = (".".join(map(str, each[:2])) for each in (OLDEST_PYTHON, version))
        raise Failure(
            f"The tests need Python {needed} or newer, for Schemathesis; this is {found} ({sys.executable}).",
            advice=f"Install a newer one and call it by name: python{needed} ./ticketing test. (For ./ticketing up this one will do.)",
        )


def library() -> Path:
    """The folder with Schemathesis and what it needs, fetched if need be."""
    return fetching.fetched(_cache_name(), lambda target: tools.install(REQUIREMENTS, target, "Schemathesis"))


def are_fetched() -> bool:
    return (fetching.cache() / _cache_name()).is_dir()


def run(
    description: str, role: str, token: str, chosen: Sequence[str], place: Path, *,
    environment: Mapping[str, str], log: Path, meanwhile: Callable[[], None],
) -> Outcome:  # fmt: skip
    """Tries every operation of the description as this role; each is one test.

    :param token: of the role's account; empty for nobody's
    :param chosen: options that choose operations
    :param place: an empty folder for what it writes
    """
    write_atomically(place / "schemathesis.toml", _configuration(token), mode=0o600)
    report = place / "report.xml"
    command = [
        sys.executable, "-c", _PROGRAM, "--config-file", str(place / "schemathesis.toml"), "--no-color", "run", description,
        "--phases", "examples,coverage,fuzzing", "--checks", "all", "--seed", _SEED, "--generation-database", "none",
        "--max-examples", _EXAMPLES, "--workers", "2", "--no-shrink", "--continue-on-failure", "--max-redirects", "0",
        "--request-timeout", "10", "--report", "junit", "--report-junit-path", str(report), *chosen,
    ]  # fmt: skip
    # Not into the log as it is: answers carry tokens.
    said = place / "said.txt"
    with open(said, "wb") as output:
        code = run_child(
            command, meanwhile, cwd=place, env={**environment, "PYTHONPATH": str(library()), "PYTHONNOUSERSITE": "1"},
            stdin=subprocess.DEVNULL, stdout=output, stderr=output,
        )  # fmt: skip
    text = _without_tokens(said.read_text(encoding="utf-8", errors="replace"))
    with open(log, "a", encoding="utf-8") as written:
        written.write(text)
    outcome = read(report, role)
    if not outcome.failures and (code != 0 or not outcome.passed):
        outcome.failures.append(FailedTest(f"API as {role}", f"Schemathesis ended with {code}:\n{text[-2000:].strip()}"))
    return outcome


def read(report: Path, role: str) -> Outcome:
    """What its report says: an operation that failed with all that is wrong with it and the calls that show it."""
    outcome = Outcome()
    try:
        suite = ElementTree.parse(report).getroot()
    except (OSError, ElementTree.ParseError):
        return outcome
    for case in suite.iter("testcase"):
        faults = [*case.iter("failure"), *case.iter("error")]
        if faults:
            why = "\n".join(_without_tokens(fault.get("message") or fault.text or "").strip() for fault in faults)
            outcome.failures.append(FailedTest(f"API as {role}: {case.get('name')}", why))
        elif case.find("skipped") is not None:
            outcome.skipped += 1
        else:
            outcome.passed += 1
    return outcome


def _configuration(token: str) -> str:
    """In a file of its owner's, as arguments can be read by everybody on the machine."""
    headers = f"[headers]\nAuthorization = {json.dumps('Bearer ' + token)}\n" if token else ""
    return f"{headers}[phases.coverage]\nunexpected-methods = {json.dumps(_METHODS)}\n"


def _without_tokens(text: str) -> str:
    return _JWT.sub("[Filtered]", text)


def _cache_name() -> str:
    return tools.cache_name("schemathesis", REQUIREMENTS)
