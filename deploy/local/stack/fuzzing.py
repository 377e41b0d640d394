"""The API of a running stack against its own description, as each role; a part of `test`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Mapping

from stack import api, arrival, assembly, schemathesis
from stack.console import Failure
from stack.home import REPOSITORY, Home
from stack.interrupt import run_child
from stack.process import last_lines
from stack.reports import FailedTest, Outcome
from stack.story import Person, cast

_NOBODY = "anyone"
_ROLES = ("student", "moderator", "admin")
_UNLIMITED = "999999"
_KNOWN_WITHIN_SECONDS = 30.0
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
# Server-sent events have no end that a client could wait for.
_ENDLESS = ("streamTickets",)
# What may end the standing of whoever calls comes last, and with an account of its own: all other routes would be refused after it.
_ENDING = ("logout", "deleteUser", "setUserStatus", "setUserStatusByGet", "updateUserAccount", "updateAccount")


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
        try:
            _call("up", environment, run)
            return _try_all(Path(place), assembly.addresses_of(Home(Path(place, "home"))), run)
        except Failure as failure:
            return Outcome(failures=[FailedTest("API", "\n".join(filter(None, (failure.what, failure.details))))])
        finally:
            _call("down", environment, run)


def _call(command: str, environment: Mapping[str, str], run: Run) -> None:
    with open(run.log, "ab") as log:
        code = run_child(
            [sys.executable, str(REPOSITORY / "ticketing"), command], run.show,
            env=dict(environment), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
    if code != 0:
        raise Failure(f"./ticketing {command} failed.", details=last_lines(run.log, 20))


def _try_all(place: Path, addresses: Mapping[str, str], run: Run) -> Outcome:
    outcome = Outcome()
    endless = _options("exclude", _ENDLESS)
    outcome.add(_try(place, addresses, _NOBODY, "", endless, run))
    for role in _ROLES:
        for chosen in (endless + _options("exclude", _ENDING), _options("include", _ENDING)):
            outcome.add(_try(place, addresses, role, _arrived(addresses, role), chosen, run))
    return outcome


def _try(place: Path, addresses: Mapping[str, str], role: str, token: str, chosen: list[str], run: Run) -> Outcome:
    folder = Path(tempfile.mkdtemp(dir=place, prefix=f"{role}-"))
    return schemathesis.run(
        addresses["GATEWAY_URL"] + "/openapi", role, token, chosen, folder,
        environment=run.environment, log=run.log, meanwhile=run.show,
    )  # fmt: skip


def _options(kind: str, operations: tuple[str, ...]) -> list[str]:
    return [part for operation in operations for part in (f"--{kind}-operation-id", operation)]


def _arrived(addresses: Mapping[str, str], role: str) -> str:
    """The token of somebody new with this role, whom every service knows."""
    person = next(one for one in cast() if one.role == role)
    base = addresses["GATEWAY_URL"] + "/api/v1"
    registered = _must(
        api.call("POST", base + "/auth/register", {"username": person.username, "email": person.email, "password": person.password})
    )
    answer = _must(api.call("POST", base + "/onboarding/submit", _onboarding(person), registered.body["token"]))
    users = [registered.body["user"]["_id"]]
    if not api.until(_KNOWN_WITHIN_SECONDS, lambda: not arrival.behind(addresses["MONGO_URI"], users)):
        raise Failure(f"A new {role} is not known to all services after {_KNOWN_WITHIN_SECONDS:.0f} s.")
    return str(answer.body["token"])


def _onboarding(person: Person) -> dict[str, object]:
    skills = {"skills": list(person.skills)} if person.skills else {}
    return {"role": person.role, "answers": person.answers, **skills}


def _must(answer: api.Answer) -> api.Answer:
    if answer.status >= 300:
        raise Failure(f"Somebody who arrives is answered {answer.status}: {answer.message}")
    return answer
