"""`demo`: the main job told step by step, over real HTTP through the gateway."""

from __future__ import annotations

import json
import time
from typing import Any, Callable, Mapping

from stack import api, arrival, assembly, console, google
from stack.console import Failure, bold, faint, green, red
from stack.part import Stack
from stack.story import REQUESTS, Person, Request, cast
from stack.up import up

_BASE = "/api/v1"
_SHORTENED = {"password", "token"}
_KNOWN_WITHIN_SECONDS = 10.0
_ASSIGNED_WITHIN_SECONDS = 90.0
_MAILED_WITHIN_SECONDS = 20.0


def demo(stack: Stack) -> int:
    """Brings the stack up and plays the main job; 0 if everything came out as told."""
    policy = stack.settings.get("ONBOARDING_ROLE_POLICY", "open")
    if policy != "open":
        raise Failure(
            f"The demo needs ONBOARDING_ROLE_POLICY=open; under {policy} its moderators and its admin wait for somebody's approval.",
            advice="ONBOARDING_ROLE_POLICY=open ./ticketing demo",
        )
    up(stack)
    addresses = assembly.addresses(stack)
    telling = _Demo(addresses["GATEWAY_URL"], addresses["INBOX_URL"], addresses["MONGO_URI"])
    telling.people_arrive()
    telling.news_arrive()
    for request in REQUESTS:
        telling.ticket(request)
    if google.is_set_up(stack):
        telling.sign_in_with_google(google.issuer(stack), google.callback(stack))
    return telling.end(google.is_set_up(stack))


class _Demo:
    def __init__(self, gateway: str, inbox: str, mongo_uri: str) -> None:
        self._gateway = gateway
        self._inbox = inbox
        self._mongo_uri = mongo_uri
        self._people = {person.name: person for person in cast()}
        self._wrong: list[str] = []
        self._steps = 0

    def people_arrive(self) -> None:
        for person in self._people.values():
            self._step(f"{person.username} registers and onboards as {person.role}")
            body = {"username": person.username, "email": person.email, "password": person.password}
            answer = self._must("POST", "/auth/register", body, 201)
            person.id, person.token = answer.body["user"]["_id"], answer.body["token"]
            self._came(answer, token=person.token, role=answer.body["user"].get("role"))
            body = {"role": person.role, "answers": person.answers, "skills": list(person.skills)}
            if not person.skills:
                del body["skills"]
            answer = self._must("POST", "/onboarding/submit", body, 200, person.token)
            person.token = answer.body.get("token", person.token)
            user = answer.body["user"]
            self._came(answer, role=user.get("role"), skills=user.get("skills"))
            self._check(user.get("role") == person.role, f"{person.username} is {person.role}")

    def news_arrive(self) -> None:
        """Who is who travels to the other services as facts; the tickets come once those have arrived.

        The API does not tell when that is, so this looks into the databases of the stack.
        """
        self._step("The other services learn who is who, through Kafka: wait until each has all four in its database")
        users = [person.id for person in self._people.values()]
        started = time.monotonic()
        arrived = _awaited("the news", _KNOWN_WITHIN_SECONDS, lambda: not arrival.behind(self._mongo_uri, users))
        waited_for = ", ".join(arrival.SERVICES)
        self._check(bool(arrived), f"known to {waited_for} after {_ms(started)}")

    def ticket(self, request: Request) -> None:
        student, admin, expected = self._people["sam"], self._people["ada"], self._people[request.expected]
        self._step(f"{student.username} opens a ticket")
        body = {"title": request.title, "description": request.description, "hashtags": list(request.hashtags)}
        started = time.monotonic()
        answer = self._must("POST", "/tickets/create-ticket", body, 201, student.token)
        created = answer.body["data"]
        self._came(answer, _id=created["_id"], status=created.get("status"))
        path = f"/tickets/get-ticket/{created['_id']}"

        def assigned() -> dict[str, Any] | None:
            found = api.call("GET", self._gateway + _BASE + path, token=admin.token)
            ticket = found.body.get("data") or {}
            return ticket if found.status == 200 and ticket.get("assignedTo") else None

        ticket = _awaited("an assignment", _ASSIGNED_WITHIN_SECONDS, assigned)
        if not ticket:
            self._check(False, f"assigned within {_ASSIGNED_WITHIN_SECONDS:.0f} s")
            return
        took = _ms(started)
        self._sent("GET", path)
        self._show_analysis(ticket)
        self._check(
            bool(ticket.get("priority") and ticket.get("helpfulNotes")), f"analysed: priority {ticket.get('priority')}"
        )
        assignee = ticket["assignedTo"].get("username")
        self._check(assignee == expected.username, f"assigned to {assignee} after {took}: {_why(expected)}")
        self._mail(request, expected, started)

    def sign_in_with_google(self, provider: str, callback: str) -> None:
        """As far as it goes without a person: to the provider's door."""
        self._step(f"Somebody signs in with the account that he has at {provider}")
        try:
            entrance = google.entrance(provider)
        except OSError as away:
            self._check(False, f"the provider says where people sign in: {away}")
            return
        self._sent("GET", google.PATH)
        answer = api.call("GET", self._gateway + _BASE + google.PATH)
        faults = google.faults(answer.location, entrance, callback) if answer.status == 302 else [f"it answers {answer.status}"]
        self._came(answer, location=answer.location.split("?")[0])
        self._check(not faults, "leads to the provider" + (f", but {'; '.join(faults)}" if faults else ", and from there back"))
        console.say(f"      What follows takes a person: open {self._gateway}{_BASE}{google.PATH} in a browser.")

    def end(self, is_google_set_up: bool) -> int:
        console.say()
        if self._wrong:
            console.say(red("✗ ") + bold("Not everything came out as told: ") + "; ".join(self._wrong))
            console.say("  Look into it: ./ticketing status, ./ticketing logs")
        else:
            console.say(green("✓ ") + bold("Everything came out as told.") + " The system stays up.")
        ada = self._people["ada"]
        console.say(f"\n  {bold('API')}     {self._gateway}{_BASE}")
        console.say(f"  {bold('docs')}    {self._gateway}/docs")
        if self._inbox:
            console.say(f"  {bold('inbox')}   {self._inbox}")
        console.say("\n  What to try next:")
        console.say("  · Look at the mails in the inbox, and at the API's description under docs.")
        console.say(f"  · Go on as the admin: POST {_BASE}/auth/login with {ada.email} and {ada.password}")
        if not is_google_set_up:
            console.say("  · Sign in with Google: set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET (see the README), then ./ticketing demo again.")
        console.say("  · ./ticketing status · ./ticketing logs triage-worker · ./ticketing down")
        return 1 if self._wrong else 0

    def _show_analysis(self, ticket: Mapping[str, Any]) -> None:
        triage = ticket.get("triage") or {}
        rows = {
            "by": " ".join(str(triage[name]) for name in ("engine", "model") if triage.get(name)),
            "status": ticket.get("status"),
            "priority": ticket.get("priority"),
            "skills": ", ".join(ticket.get("relatedSkills") or ()) or "none that is known",
            "summary": ticket.get("summary"),
            "notes": ticket.get("helpfulNotes"),
            "why": triage.get("explanation"),
        }
        for name, value in rows.items():
            console.say(f"      {faint(f'{name:<10}')}{_clipped(str(value or '-'))}")

    def _mail(self, request: Request, expected: Person, started: float) -> None:
        if not self._inbox:
            console.say(faint("      its mail went to the relay that MAILTRAP_SMTP_HOST names"))
            return

        def arrived() -> str | None:
            messages = api.call("GET", f"{self._inbox}/api/messages/").body.get("data") or []
            of_expected = (mail for mail in messages if expected.email in str(mail.get("recipients_envelope")))
            return next((mail["subject"] for mail in of_expected if request.title in str(mail.get("subject"))), None)

        subject = _awaited("the mail", _MAILED_WITHIN_SECONDS, arrived)
        self._check(bool(subject), f"mail to {expected.email} after {_ms(started)}: “{subject}”")

    def _must(self, method: str, path: str, body: Mapping[str, Any], status: int, token: str | None = None) -> api.Answer:
        self._sent(method, path, body)
        answer = api.call(method, self._gateway + _BASE + path, body, token)
        if answer.status != status:
            raise Failure(
                f"{method} {_BASE}{path} answered {answer.status}, not {status}.",
                details=json.dumps(answer.body, indent=2, ensure_ascii=False),
                advice="./ticketing status and ./ticketing logs show what the services say.",
            )
        return answer

    def _step(self, text: str) -> None:
        self._steps += 1
        console.say(f"\n{bold(f'{self._steps:>2}  {text}')}")

    def _sent(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> None:
        console.say(f"    → {method} {_BASE}{path} {faint(_json(body)) if body else ''}".rstrip())

    def _came(self, answer: api.Answer, **shown: Any) -> None:
        console.say(f"    ← {answer.status} {answer.message} {faint(_json(shown))} {faint(f'{answer.milliseconds:.0f} ms')}")

    def _check(self, right: bool, text: str) -> None:
        console.say(f"    {green('✓') if right else red('✗')} {text}")
        if not right:
            self._wrong.append(text)


def _awaited(what: str, seconds: float, ask: Callable[[], Any]) -> Any:
    with console.waiting(f"waiting for {what}"):
        return api.until(seconds, ask)


def _why(expected: Person) -> str:
    return f"knows {', '.join(expected.skills)}" if expected.skills else "no moderator's skills fit, so it goes to an admin"


def _json(body: Mapping[str, Any]) -> str:
    shown = {name: f"{str(value)[:6]}…" if name in _SHORTENED else value for name, value in body.items()}
    return _clipped(json.dumps(shown, ensure_ascii=False))


def _clipped(text: str, width: int = 180) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def _ms(started: float) -> str:
    return f"{(time.monotonic() - started) * 1000:.0f} ms"
