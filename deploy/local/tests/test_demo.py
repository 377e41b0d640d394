"""The demo, against an API and an inbox that answer what the test wants."""

from __future__ import annotations

import contextlib
import tempfile
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

from stack import demo
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
