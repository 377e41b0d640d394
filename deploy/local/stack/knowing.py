"""Somebody who tries the API, with what there is for him to find."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Sequence

from stack import api, arrival
from stack.console import Failure
from stack.story import REQUESTS, Person, cast

_BESIDE_HIM = ("sam", "noah")
_WITHIN_SECONDS = 30.0


@dataclass(frozen=True)
class Somebody:
    """An account's token, and what it can ask for by name; without any of it, he is nobody."""

    token: str = field(default="", repr=False)
    known: Mapping[str, Sequence[str]] = field(default_factory=dict, repr=False)


def arrived(role: str, addresses: Mapping[str, str]) -> Somebody:
    """Somebody new with this role, whom every service knows; with tickets of his own, and a student and a moderator beside him."""
    base = addresses["GATEWAY_URL"] + "/api/v1"
    everybody = cast()
    person = next(one for one in everybody if one.role == role)
    others = [one for one in everybody if one.name in _BESIDE_HIM and one is not person]
    for one in (person, *others):
        _arrive(one, base)
    if not api.until(_WITHIN_SECONDS, lambda: not arrival.behind(addresses["MONGO_URI"], [one.id for one in (person, *others)])):
        raise Failure(f"A new {role} is not known to all services after {_WITHIN_SECONDS:.0f} s.")
    tickets = [_ticket(person, base, request.title, request.description, request.hashtags) for request in REQUESTS]
    return Somebody(person.token, {"tickets": tickets, "users": [one.id for one in others], "passwords": [person.password]})


def _arrive(person: Person, base: str) -> None:
    registered = _must(
        api.call("POST", base + "/auth/register", {"username": person.username, "email": person.email, "password": person.password})
    )
    skills = {"skills": list(person.skills)} if person.skills else {}
    onboarding = {"role": person.role, "answers": person.answers, **skills}
    onboarded = _must(api.call("POST", base + "/onboarding/submit", onboarding, registered.body["token"]))
    person.id, person.token = registered.body["user"]["_id"], onboarded.body["token"]


def _ticket(person: Person, base: str, title: str, description: str, hashtags: Sequence[str]) -> str:
    """The id of a new ticket with a comment."""
    ticket = {"title": title, "description": description, "hashtags": list(hashtags)}
    made = str(_must(api.call("POST", base + "/tickets/create-ticket", ticket, person.token)).body["data"]["_id"])
    _must(api.call("POST", f"{base}/tickets/{made}/comments", {"body": "It still happens."}, person.token))
    return made


def _must(answer: api.Answer) -> api.Answer:
    if answer.status >= 300:
        raise Failure(f"Somebody who arrives is answered {answer.status}: {answer.message}")
    return answer
