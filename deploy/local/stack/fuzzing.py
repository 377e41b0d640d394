"""The API of a running stack against its own description, as each role; a part of `test`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Mapping, Sequence

from stack import api, assembly, knowing, schemathesis
from stack.console import Failure
from stack.home import REPOSITORY, Home
from stack.interrupt import Overdue, run_child
from stack.knowing import Somebody
from stack.process import last_lines
from stack.reports import FailedTest, Outcome

_NOBODY = "anyone"
_ROLES = ("student", "moderator", "admin")
_UNLIMITED = "999999"
_SETTINGS = {
    "PORT": "0",
    "ONBOARDING_ROLE_POLICY": "open",
    # Whoever is sent away with 429 has tried nothing.
    **dict.fromkeys(
        (
            "RATE_LIMIT_ADDRESS", "RATE_LIMIT_USER", "RATE_LIMIT_SIGN_IN", "RATE_LIMIT_SIGN_IN_ADDRESS",
            "RATE_LIMIT_REGISTRATION", "RATE_LIMIT_FORGOTTEN_PASSWORD",
        ),
        _UNLIMITED,
    ),
}  # fmt: skip
# Of processes of Schemathesis, each with accounts of its own.
_AT_ONCE = 2
# For the start of the stack, and for its end.
_WITHIN_SECONDS = 300.0
# Who gets which answer at which route, as other tests ask and README shows.
_TABLE = REPOSITORY / "e2e/src/test/resources/roles-and-routes.md"
# Server-sent events have no end that a client could wait for.
_ENDLESS = ("streamTickets",)
# What takes a mail's token, a Google account, or a record that could not be read.
_UNREACHABLE = (
    "verifyEmail", "resetPassword", "beginGoogleSignIn", "completeGoogleSignIn", "replayTicketDeadLetter", "replayTriageDeadLetter",
    "replayNotificationDeadLetter",
)  # fmt: skip
# What takes away what other routes need, or the standing of whoever calls, comes later, each with an account of its own.
_TAKING = ("deleteTicket", "deleteUser", "setUserStatus", "setUserStatusByGet", "updateUserAccount")
_LEAVING = ("logout",)


@dataclass(frozen=True)
class Run:
    """How the processes of a test run are started and shown."""

    environment: Mapping[str, str]
    log: Path
    show: Callable[[], None]


def try_api(run: Run) -> Outcome:
    """Starts a stack of its own and tries its API as nobody and as each role."""
    with tempfile.TemporaryDirectory(prefix="ticketing-api-") as place:
        environment = {**run.environment, **_SETTINGS, "TICKETING_HOME": f"{place}/home"}
        outcome = Outcome()
        try:
            _call("up", environment, run)
            outcome.add(_try_all(Path(place), assembly.addresses_of(Home(Path(place, "home"))), run))
        except (Failure, OSError) as failure:
            outcome.failures.append(_failed("API", failure))
        finally:
            try:
                _call("down", environment, run)
            except Failure as failure:
                outcome.failures.append(_failed("API", failure))
        return outcome


def _failed(name: str, failure: Failure | OSError) -> FailedTest:
    if isinstance(failure, OSError):
        return FailedTest(name, str(failure))
    return FailedTest(name, "\n".join(filter(None, (failure.what, failure.details))))


def _call(command: str, environment: Mapping[str, str], run: Run) -> None:
    with open(run.log, "ab") as log:
        try:
            code = run_child(
                [sys.executable, str(REPOSITORY / "ticketing"), command], run.show, within=_WITHIN_SECONDS,
                env=dict(environment), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        except Overdue:
            raise Failure(f"./ticketing {command} was not done after {_WITHIN_SECONDS / 60:g} min.", details=last_lines(run.log, 20)) from None
    if code != 0:
        raise Failure(f"./ticketing {command} failed.", details=last_lines(run.log, 20))


def _try_all(place: Path, addresses: Mapping[str, str], run: Run) -> Outcome:
    first = _options("exclude", (*_ENDLESS, *_TAKING, *_LEAVING))
    tries = [(_NOBODY, _options("exclude", _ENDLESS))]
    tries += [(role, chosen) for chosen in (first, _options("include", _TAKING), _options("include", _LEAVING)) for role in _ROLES]
    outcome = Outcome()
    seen: dict[str, dict[str, set[int]]] = {}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for (role, _), (found, answers) in zip(tries, pool.map(lambda one: _try(place, addresses, *one, run), tries)):
            outcome.add(found)
            for operation, statuses in answers.items():
                seen.setdefault(operation, {}).setdefault(role, set()).update(statuses)
    try:
        described = api.call("GET", addresses["GATEWAY_URL"] + "/openapi").body
    except OSError as failure:
        outcome.failures.append(_failed("API", failure))
        return outcome
    outcome.add(_unreached(described, seen, _allowed(_TABLE.read_text(encoding="utf-8"))))
    return outcome


def _try(place: Path, addresses: Mapping[str, str], role: str, chosen: list[str], run: Run) -> tuple[Outcome, Mapping[str, set[int]]]:
    folder = Path(tempfile.mkdtemp(dir=place, prefix=f"{role}-"))
    try:
        somebody = Somebody() if role == _NOBODY else knowing.arrived(role, addresses)
    except (Failure, OSError) as failure:
        return Outcome(failures=[_failed(f"API as {role}", failure)]), {}
    outcome = schemathesis.run(
        addresses["GATEWAY_URL"] + "/openapi", role, somebody.token, somebody.known, chosen, folder,
        environment=run.environment, log=run.log, meanwhile=run.show,
    )  # fmt: skip
    return outcome, schemathesis.answers(folder)


def _allowed(table: str) -> dict[str, list[str]]:
    """The roles that each route of the table is open to."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")]
    heads, _, *routes = rows
    return {row[0]: [role for role in _ROLES if row[heads.index(role)].startswith("2")] for row in routes}


def _unreached(
    description: Mapping[str, Any], seen: Mapping[str, Mapping[str, set[int]]], allowed: Mapping[str, Sequence[str]]
) -> Outcome:
    """What a role that may do it never could, or nobody: a description of it was not tried, whatever else passed."""
    named = {
        f"{method.upper()} {path}": operation.get("operationId")
        for path, item in description["paths"].items() for method, operation in item.items() if "responses" in operation
    }  # fmt: skip
    outcome = Outcome()
    for name in sorted(name for name, operation in named.items() if operation not in (*_ENDLESS, *_UNREACHABLE)):
        answers = seen.get(name, {})
        tried = {f"API as {role}: {name}": answers.get(role, set()) for role in allowed.get(name, ())}
        for test, statuses in (tried or {f"API: {name}": set().union(*answers.values())}).items():
            if not any(status < 400 for status in statuses):
                outcome.failures.append(FailedTest(test, f"It never succeeded; the answers were {sorted(statuses) or 'none'}."))
    return outcome


def _options(kind: str, operations: tuple[str, ...]) -> list[str]:
    return [part for operation in operations for part in (f"--{kind}-operation-id", operation)]
