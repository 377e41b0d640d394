"""What a test run says of how far it has come."""

from __future__ import annotations

import contextlib
import io
import unittest
from unittest import mock

from stack import tally
from tests import fakes

_LOG = """[INFO] Building Platform: web 0.1.0-SNAPSHOT                             [6/12]
[INFO] Tests run: 11, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 1.860 s -- in io.ticketing.web.ProblemTest
[INFO] Tests run: 11, Failures: 1, Errors: 1, Skipped: 0
"""


class TallyTest(unittest.TestCase):
    def setUp(self) -> None:
        self.now = 1000.0
        clock = mock.patch.object(tally.time, "monotonic", lambda: self.now)
        clock.start()
        self.addCleanup(clock.stop)

    def test_elsewhere_than_on_a_terminal_one_line_a_minute_at_most(self):
        with contextlib.redirect_stdout(io.StringIO()) as said:
            running = tally.Tally()
            running.begin("deploy/local/tests")
            running.add(56, 0)
            for seconds in (0, 59, 60, 61, 119):
                self.now = 1000 + seconds
                running.show()
            self.now = 1400
            running.read_on(io.StringIO(_LOG))
            running.show()
        self.assertEqual(
            ["… deploy/local/tests · 56 tests, 0 failed, 1 min", "… [6/12] Platform: web · 67 tests, 2 failed, 7 min"],
            said.getvalue().splitlines(),
        )

    def test_a_terminal_gets_a_live_line_and_no_other(self):
        with contextlib.redirect_stdout(fakes.Terminal()) as shown:
            running = tally.Tally()
            self.now += 90
            running.read_on(io.StringIO(_LOG))
            tally.console.set_live("")
        self.assertIn("1:30 [6/12] Platform: web · 11 tests, 2 failed", shown.getvalue())
        self.assertNotIn("\n", shown.getvalue())
