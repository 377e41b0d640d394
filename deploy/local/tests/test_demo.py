"""The demo, against an API and an inbox that answer what the test wants."""

from __future__ import annotations

import contextlib
import io
import tempfile
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

from stack import demo, google
from stack.api import Answer
from stack.console import Failure
from stack.story import REQUESTS
from tests import fakes


class PolicyTest(unittest.TestCase):
    def test_the_demo_says_at_once_that_it_needs_open_onboarding(self):
        with tempfile.TemporaryDirectory() as home, mock.patch.object(demo, "up") as up:
            with self.assertRaises(Failure) as raised:
                demo.demo(fakes.stack(Path(home), ONBOARDING_ROLE_POLICY="approval"))
        self.assertIn("ONBOARDING_ROLE_POLICY=open", raised.exception.what)
        up.assert_not_called()


class WaitingTest(unittest.TestCase):
    """What takes a while does so here until it is shown that it is waited for."""

    def call(self, method: str, url: str, *_: Any, **__: Any) -> Answer:
        if method == "POST":
            return Answer(201, {"data": {"_id": "1"}}, 1.0)
        shown = self.screen.getvalue()
        if "/get-ticket/" in url:
            assignee = {"username": self.telling._people["mira"].username} if "waiting for an assignment" in shown else None
            return Answer(200, {"data": {"assignedTo": assignee, "priority": "high", "helpfulNotes": "…"}}, 1.0)
        mail = {"recipients_envelope": [self.telling._people["mira"].email], "subject": REQUESTS[0].title}
        return Answer(200, {"data": [mail] if "waiting for the mail" in shown else []}, 1.0)

    def test_the_assignment_and_the_mail_are_waited_for_with_a_live_line(self):
        self.telling = demo._Demo("http://gateway", "http://inbox", "mongodb://db")
        with mock.patch.object(demo.api, "call", self.call), mock.patch.multiple(
            demo, _ASSIGNED_WITHIN_SECONDS=5.0, _MAILED_WITHIN_SECONDS=5.0
        ), contextlib.redirect_stdout(fakes.Terminal()) as self.screen:
            self.telling.ticket(REQUESTS[0])
        self.assertEqual([], self.telling._wrong)

    def test_the_news_are_waited_for_with_a_live_line(self):
        self.telling = demo._Demo("http://gateway", "http://inbox", "mongodb://db")

        def behind(*_: Any) -> list[str]:
            return [] if "waiting for the news" in self.screen.getvalue() else ["ticket-service"]

        with mock.patch.object(demo.arrival, "behind", behind), mock.patch.object(
            demo, "_KNOWN_WITHIN_SECONDS", 5.0
        ), contextlib.redirect_stdout(fakes.Terminal()) as self.screen:
            self.telling.news_arrive()
        self.assertEqual([], self.telling._wrong)


class GoogleTest(unittest.TestCase):
    """The demo goes with somebody to the provider's door."""

    DOOR = "http://localhost:4000/auth"
    BACK = "http://gateway/api/v1/auth/google/callback"
    GOOD = f"{DOOR}?response_type=code&client_id=a&redirect_uri={BACK}&state=b&nonce=c&code_challenge=d&scope=openid"

    def played(self, status: int = 302, location: str = GOOD, described: object = DOOR) -> list[str]:
        """What was wrong."""

        def call(_: str, url: str) -> Answer:
            if url.startswith("http://localhost:4000/"):
                return Answer(200, {"authorization_endpoint": described}, 1.0)
            return Answer(status, {}, 1.0, location)

        self.telling = demo._Demo("http://gateway", "http://inbox", "mongodb://db")
        with mock.patch.object(demo.api, "call", call), contextlib.redirect_stdout(io.StringIO()) as said:
            self.telling.sign_in_with_google("http://localhost:4000", self.BACK)
        self.said = said.getvalue()
        return self.telling._wrong

    def test_the_way_to_the_provider_is_shown_and_the_rest_left_to_a_person(self):
        self.assertEqual([], self.played())
        self.assertIn("open http://gateway/api/v1/auth/google in a browser", self.said)
        self.assertNotIn("code_challenge", self.said)

    def test_an_answer_that_leads_elsewhere_is_told(self):
        for location in (
            "http://localhost:5173/login?error=oauth_failed",
            self.GOOD.replace("4000/auth?", "4000/auth/evil?"),
            self.GOOD.replace("localhost:4000", "localhost:4001"),
            self.GOOD.replace("&nonce=c", ""),
            self.GOOD.replace("&state=b", "&state="),
            self.GOOD.replace("gateway/api", "elsewhere/api"),
        ):
            with self.subTest(location):
                self.assertEqual(1, len(self.played(location=location)))

    def test_a_refusal_and_a_provider_that_is_away_are_told(self):
        self.assertIn("it answers 404", self.played(status=404, location="")[0])
        self.assertIn("describes no OpenID provider", self.played(described=None)[0])

    def test_google_itself_is_asked_unless_another_provider_is_named(self):
        with tempfile.TemporaryDirectory() as home:
            self.assertFalse(google.is_set_up(fakes.stack(Path(home), GOOGLE_ISSUER_URL="http://localhost:4000/")))
            stack = fakes.stack(Path(home), GOOGLE_CLIENT_ID="a", APP_URL="https://api.example.org/")
            self.assertTrue(google.is_set_up(stack))
            self.assertEqual("https://accounts.google.com", google.issuer(stack))
            self.assertEqual("https://api.example.org/api/v1/auth/google/callback", google.callback(stack))
            other = fakes.stack(Path(home), GOOGLE_ISSUER_URL="http://localhost:4000/")
            self.assertEqual("http://localhost:4000", google.issuer(other))

    def test_without_a_provider_one_line_says_how_to_name_one(self):
        for is_set_up in (True, False):
            with contextlib.redirect_stdout(io.StringIO()) as said:
                demo._Demo("http://gateway", "", "mongodb://db").end(is_set_up)
            self.assertEqual(not is_set_up, "GOOGLE_CLIENT_ID" in said.getvalue())
