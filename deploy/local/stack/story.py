"""The people and tickets of the demo."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field


@dataclass
class Person:
    """Somebody who takes part; `id` and `token`, the latest, are what the API gave."""

    name: str
    role: str
    skills: tuple[str, ...]
    answers: dict[str, str]
    run: str
    password: str = field(default_factory=lambda: secrets.token_urlsafe(12), repr=False)
    id: str = ""
    token: str = field(default="", repr=False)

    @property
    def username(self) -> str:
        return f"{self.name}-{self.run}"

    @property
    def email(self) -> str:
        return f"{self.name}.{self.run}@example.org"


@dataclass(frozen=True)
class Request:
    """A ticket, and the name of who should get it."""

    title: str
    description: str
    hashtags: tuple[str, ...]
    expected: str


def cast() -> list[Person]:
    """A student, two moderators with different skills and an admin, with names of this run alone."""
    run = secrets.token_hex(3)
    return [
        Person("sam", "student", (), _answers("my courses", "first year", "a friend", "studying"), run),
        Person("mira", "moderator", ("java", "backend", "database"),
               _answers("backend systems", "8 years", "the team", "backend engineer"), run),
        Person("noah", "moderator", ("networking", "vpn", "linux"),
               _answers("networks", "5 years", "the team", "network engineer"), run),
        Person("ada", "admin", (), _answers("running the desk", "10 years", "the team", "head of support"), run),
    ]  # fmt: skip


REQUESTS = (
    Request(
        "Checkout fails since the database upgrade",
        "Since last night's database upgrade every order with more than two items fails with an error 500. The Java backend "
        "logs a NullPointerException in OrderRepository.save, and its connection pool is exhausted.\n"
        "All shops are down and customers cannot pay. Please treat it as urgent.",
        ("backend", "database"),
        "mira",
    ),
    Request(
        "VPN drops every few minutes in the Berlin office",
        "On our Linux laptops the VPN connection drops about every five minutes. After that DNS does not resolve internal "
        "names until we connect again. The wired network without VPN works.",
        ("vpn", "network"),
        "noah",
    ),
    Request(
        "Our old postal address is on the March invoice",
        "The invoice for March carries the postal address that we left last year. Accounting asks for a corrected copy; "
        "there is no hurry, the end of the month is fine.",
        ("invoice",),
        "ada",
    ),
)


def _answers(interest: str, experience: str, source: str, work: str) -> dict[str, str]:
    return {"interest": interest, "experience": experience, "source": source, "work": work}
