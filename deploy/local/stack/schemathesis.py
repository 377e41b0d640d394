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
from stack.interrupt import Overdue, run_child
from stack.reports import FailedTest, Outcome

_FOLDER = Path(__file__).resolve().parents[1]
REQUIREMENTS = _FOLDER / "requirements-schemathesis.txt"
OLDEST_PYTHON = (3, 11)
_SEED = "20250101"
_EXAMPLES = "10"
# Many times what it takes; without it an answer that trickles would keep the tests for ever.
_WITHIN_SECONDS = 300.0
# Two threads that parse Python at once end some operations with a SystemError of CPython 3.11, now this one, now that one.
_WORKERS = "1"
_PROGRAM = "from schemathesis.cli import schemathesis; schemathesis()"
# Every method that a server may be asked for and Envoy knows. Any other one (QUERY) ends in Envoy's reader of HTTP, which answers
# 400 before there is a route whose methods could be told.
_METHODS = ("GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "TRACE")
_HOOKS = _FOLDER / "fuzzing" / "hooks.py"
# Where what is known is asked for, and in how many of the calls it is used; the others make up their own.
_KNOWN = {"tickets": ("path.id", "path.ticketId"), "users": ("path.userId", "body.assigneeId"), "passwords": ("body.currentPassword",)}
_SHARE = "0.7"
# Valid by the description, and yet not what the state of things allows: a version that has passed (412), a key of another
# request (422). The rest is what Schemathesis takes for such by itself.
_ACCEPTANCE = ["2xx", "3xx", "401", "403", "404", "409", "412", "422", "429", "5xx"]
# Whether a token was mailed, a password is the present one and a time lies ahead is not to be seen by its form.
_SECRETS = ("verifyEmail", "resetPassword", "updateAccount", "updateUserAccount")
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
    description: str, role: str, token: str, known: Mapping[str, Sequence[str]], chosen: Sequence[str], place: Path, *,
    environment: Mapping[str, str], log: Path, meanwhile: Callable[[], None], within: float = _WITHIN_SECONDS,
) -> Outcome:  # fmt: skip
    """Tries every operation of the description as this role; each is one test.

    :param token: of the role's account; empty for nobody's
    :param known: what exists, by kind: ids of tickets and users, passwords of the role's account
    :param chosen: options that choose operations
    :param place: an empty folder for what it writes
    :param within: the seconds after which it is ended, and has failed
    """
    write_atomically(place / "schemathesis.toml", _configuration(token, known), mode=0o600)
    report = place / "report.xml"
    command = [
        sys.executable, "-c", _PROGRAM, "--config-file", str(place / "schemathesis.toml"), "--no-color", "run", description,
        "--phases", "examples,coverage,fuzzing", "--checks", "all", "--seed", _SEED, "--generation-database", "none",
        "--max-examples", _EXAMPLES, "--workers", _WORKERS, "--no-shrink", "--continue-on-failure", "--max-redirects", "0",
        "--request-timeout", "10", "--report", "junit", "--report-junit-path", str(report), *chosen,
    ]  # fmt: skip
    # Not into the log as it is: answers carry tokens.
    said = place / "said.txt"
    with open(said, "wb") as output:
        try:
            code = run_child(
                command, meanwhile, within=within, cwd=place, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                env={**environment, "PYTHONPATH": str(library()), "PYTHONNOUSERSITE": "1"},
            )  # fmt: skip
        except Overdue:
            code = None
    text = _without_tokens(said.read_text(encoding="utf-8", errors="replace"))
    with open(log, "a", encoding="utf-8") as written:
        written.write(text)
    if code is None:
        return Outcome(failures=[FailedTest(f"API as {role}", f"not done after {within / 60:g} min:\n{text[-2000:].strip()}")])
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
            why = "\n".join(_without_tokens(fault.text or fault.get("message") or "").strip() for fault in faults)
            outcome.failures.append(FailedTest(f"API as {role}: {case.get('name')}", why))
        elif case.find("skipped") is not None:
            outcome.skipped += 1
        else:
            outcome.passed += 1
    return outcome


def answers(place: Path) -> dict[str, set[int]]:
    """Which statuses each operation was seen to answer with, in a run that had this place."""
    try:
        lines = (place / "answered.txt").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    seen: dict[str, set[int]] = {}
    for status, operation in (line.split(" ", 1) for line in lines):
        seen.setdefault(operation, set()).add(int(status))
    return seen


def _configuration(token: str, known: Mapping[str, Sequence[str]]) -> str:
    """In a file of its owner's, as arguments can be read by everybody on the machine."""
    # Otherwise nobody would sign up and be somebody.
    lines = [f"hooks = {json.dumps(str(_HOOKS))}", "[auth]", "auto-signup = false"]
    if token:
        lines += ["[headers]", f"Authorization = {json.dumps('Bearer ' + token)}"]
    lines += ["[phases.coverage]", f"unexpected-methods = {json.dumps(_METHODS)}"]
    lines += ["[checks.positive_data_acceptance]", f"expected-statuses = {json.dumps(_ACCEPTANCE)}"]
    for operation in _SECRETS:
        lines += [
            "[[operations]]", f"include-operation-id = {json.dumps(operation)}",
            "[operations.checks.positive_data_acceptance]", f"expected-statuses = {json.dumps([*_ACCEPTANCE, '400'])}",
        ]  # fmt: skip
    for kind, values in known.items():
        lines += [f"[dictionaries.{kind}]", f"values = {json.dumps(list(values))}"]
    lines.append("[parameters]")
    lines += [f'"{where}" = {{ dictionary = "{kind}", probability = {_SHARE} }}' for kind in known for where in _KNOWN[kind]]
    return "\n".join(lines) + "\n"


def _without_tokens(text: str) -> str:
    return _JWT.sub("[Filtered]", text)


def _cache_name() -> str:
    return tools.cache_name("schemathesis", REQUIREMENTS)
