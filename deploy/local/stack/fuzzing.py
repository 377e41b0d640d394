"""The API of a running stack against its own description, as each role; a part of `test`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Mapping

from stack import api, assembly, knowing, schemathesis
from stack.console import Failure
from stack.home import REPOSITORY, Home
from stack.interrupt import run_child
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
# Server-sent events have no end that a client could wait for.
_ENDLESS = ("streamTickets",)
# What takes a mail's token, or a Google account.
_UNREACHABLE = ("verifyEmail", "resetPassword", "beginGoogleSignIn", "completeGoogleSignIn")
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
    first = _options("exclude", (*_ENDLESS, *_TAKING, *_LEAVING))
    tries = [(_NOBODY, _options("exclude", _ENDLESS))]
    tries += [(role, chosen) for chosen in (first, _options("include", _TAKING), _options("include", _LEAVING)) for role in _ROLES]
    outcome, seen = Outcome(), {}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for found, answers in pool.map(lambda one: _try(place, addresses, *one, run), tries):
            outcome.add(found)
            for operation, statuses in answers.items():
                seen.setdefault(operation, set()).update(statuses)
    outcome.add(_unreached(api.call("GET", addresses["GATEWAY_URL"] + "/openapi").body, seen))
    return outcome


def _try(place: Path, addresses: Mapping[str, str], role: str, chosen: list[str], run: Run) -> tuple[Outcome, Mapping[str, set[int]]]:
    folder = Path(tempfile.mkdtemp(dir=place, prefix=f"{role}-"))
    somebody = Somebody() if role == _NOBODY else knowing.arrived(role, addresses)
    outcome = schemathesis.run(
        addresses["GATEWAY_URL"] + "/openapi", role, somebody.token, somebody.known, chosen, folder,
        environment=run.environment, log=run.log, meanwhile=run.show,
    )  # fmt: skip
    return outcome, schemathesis.answers(folder)


def _unreached(description: Mapping[str, Any], seen: Mapping[str, set[int]]) -> Outcome:
    """What nobody could do: a description of it was not tried, whatever else passed."""
    named = {
        f"{method.upper()} {path}": operation.get("operationId")
        for path, item in description["paths"].items() for method, operation in item.items() if "responses" in operation
    }  # fmt: skip
    expected = {name for name, operation in named.items() if operation not in (*_ENDLESS, *_UNREACHABLE)}
    missed = sorted(name for name in expected if not any(status < 400 for status in seen.get(name, ())))
    return Outcome(failures=[
        FailedTest(f"API: {name}", f"It never succeeded; the answers were {sorted(seen.get(name, ())) or 'none'}.") for name in missed
    ])  # fmt: skip


def _options(kind: str, operations: tuple[str, ...]) -> list[str]:
    return [part for operation in operations for part in (f"--{kind}-operation-id", operation)]
