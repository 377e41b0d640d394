"""How Schemathesis is called, and what its report is taken to say."""

from __future__ import annotations

import os
import stat
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from stack import fuzzing, schemathesis, supplies
from stack.console import Failure

_TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
_REPORT = f"""<?xml version="1.0"?>
<testsuites><testsuite name="schemathesis" tests="3">
  <testcase name="GET /a"/>
  <testcase name="GET /b"><skipped/></testcase>
  <testcase name="POST /c"><failure message="1. Answered 500&#10;curl -X POST /c&#10;{{'token':'{_TOKEN}'}}"/></testcase>
</testsuite></testsuites>"""
# Stands in for the real one: writes the report that it is asked for, and tells what it was given.
_PROGRAM = """
import sys
report = sys.argv[sys.argv.index("--report-junit-path") + 1]
if "--exclude-operation-id" in sys.argv:
    open(report, "w").write(open("given.xml").read())
print("arguments", sys.argv, "and a token %s")
raise SystemExit(1)
""" % _TOKEN


class SchemathesisTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.place = Path(folder.name)
        self.log = self.place / "test.log"
        (self.place / "given.xml").write_text(_REPORT, encoding="utf-8")
        for patch in (
            mock.patch.object(schemathesis, "_PROGRAM", _PROGRAM),
            mock.patch.object(schemathesis, "library", lambda: self.place),
        ):
            patch.start()
            self.addCleanup(patch.stop)

    def run_as_student(self, *chosen: str):
        return schemathesis.run(
            "http://localhost/openapi", "student", _TOKEN, chosen, self.place,
            environment=dict(os.environ), log=self.log, meanwhile=lambda: None,
        )  # fmt: skip

    def test_each_operation_is_a_test_and_a_failure_tells_the_call(self):
        outcome = self.run_as_student("--exclude-operation-id", "stream")
        self.assertEqual("1 passed, 1 failed, 1 skipped", outcome.total())
        self.assertEqual("API as student: POST /c", outcome.failures[0].name)
        self.assertIn("curl -X POST /c", outcome.failures[0].reason)

    def test_no_token_is_told_logged_or_given_as_an_argument(self):
        reason = self.run_as_student("--exclude-operation-id", "stream").failures[0].reason
        logged = self.log.read_text(encoding="utf-8")
        self.assertIn("arguments", logged)
        self.assertNotIn("eyJ", reason + logged)
        configuration = self.place / "schemathesis.toml"
        self.assertIn(_TOKEN, configuration.read_text(encoding="utf-8"))
        self.assertEqual(0o600, stat.S_IMODE(configuration.stat().st_mode))

    def test_one_that_leaves_no_report_has_failed(self):
        outcome = self.run_as_student()
        self.assertEqual((0, 1), (outcome.passed, outcome.failed))
        self.assertIn("ended with 1", outcome.failures[0].reason)

    def test_a_python_that_is_too_old_is_told_which_one_is_needed(self):
        with self.assertRaises(Failure) as raised:
            schemathesis.require_python((3, 9, 2))
        self.assertIn("need Python 3.11 or newer", raised.exception.what)
        schemathesis.require_python((3, 11, 0))

    def test_only_the_tests_ask_for_it(self):
        with mock.patch.object(schemathesis, "require_python", mock.Mock(side_effect=Failure("too old"))):
            supplies.check(set())
            with self.assertRaises(Failure):
                supplies.check({supplies.API_TESTS})


class ApiTest(unittest.TestCase):
    def test_a_stack_that_does_not_start_is_a_failure_and_is_taken_down(self):
        called = []

        def call(command: str, *_: object) -> None:
            called.append(command)
            if command == "up":
                raise Failure("./ticketing up failed.", details="no room")

        with mock.patch.object(fuzzing, "_call", call):
            outcome = fuzzing.try_api(fuzzing.Run({}, Path(os.devnull), lambda: None))
        self.assertEqual(["up", "down"], called)
        self.assertIn("no room", outcome.failures[0].reason)
