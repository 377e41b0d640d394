"""What the command line refuses."""

from __future__ import annotations

import contextlib
import io
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from stack import assembly, chaos, cli, suite
from tests import fakes


class LogsTest(unittest.TestCase):
    def test_a_log_that_there_is_not_is_refused_with_the_names_of_those_that_there_are(self):
        with contextlib.redirect_stderr(io.StringIO()) as said, self.assertRaises(SystemExit) as ended:
            cli.main(["logs", "typo"])
        self.assertEqual(2, ended.exception.code)
        for name in (*assembly.NAMES, "build"):
            self.assertIn(name, said.getvalue())


class LastWordsTest(unittest.TestCase):
    """What `up` says once everything runs."""

    def said(self, **environment: str) -> str:
        with tempfile.TemporaryDirectory() as home, mock.patch.object(cli.up, "up"):
            stack = fakes.stack(Path(home), **environment)
            for part in assembly.ALL:
                for name in part.ports:
                    stack.ports.settle(name, held=False)
            with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
                cli._up(stack, ())
        return out.getvalue() + err.getvalue()

    def test_what_is_not_set_up_is_not_spoken_of(self):
        for word in ("Google", "no admin before"):
            self.assertNotIn(word, self.said())

    def test_the_way_in_with_google_is_named(self):
        said = self.said(GOOGLE_CLIENT_ID="a", GOOGLE_CLIENT_SECRET="secret", GOOGLE_ISSUER_URL="http://localhost:4000")
        self.assertRegex(said, "Google .*/api/v1/auth/google, .*http://localhost:4000")
        self.assertNotIn("secret", said)

    def test_the_first_admin_is_named_and_his_password_is_not(self):
        said = self.said(ADMIN_EMAIL="ada@example.org", ADMIN_PASSWORD="correct horse")
        self.assertRegex(said, "ada@example.org with ADMIN_PASSWORD")
        self.assertNotIn("correct horse", said)
        self.assertRegex(self.said(ADMIN_EMAIL="ada@example.org"), "ada@example.org with Google")

    def test_open_onboarding_is_warned_of(self):
        self.assertIn("ONBOARDING_ROLE_POLICY=open", self.said())
        self.assertNotIn("ONBOARDING_ROLE_POLICY=open", self.said(ONBOARDING_ROLE_POLICY="approval"))


class TestCommandTest(unittest.TestCase):
    """What `test` passes on, and to whom."""

    def passed_on(self, *arguments: str) -> list[str]:
        with tempfile.TemporaryDirectory() as place, contextlib.redirect_stdout(io.StringIO()) as out:
            with (
                mock.patch.object(suite, "run_tests", return_value=0) as whole,
                mock.patch.object(suite, "run_maven_tests", return_value=0) as alone,
                mock.patch.object(chaos, "_FIGURES", Path(place) / "chaos.txt"),
            ):
                cli.main(["test", *arguments])
        self.said = out.getvalue()
        (call,) = [*whole.call_args_list, *alone.call_args_list]
        return list(call.args[0])

    def test_everything_but_chaos_is_mavens(self):
        self.assertEqual(["-pl", "ticket-service", "-am"], self.passed_on("-pl", "ticket-service", "-am"))

    def test_chaos_is_played_in_its_full_size_by_the_seed_that_is_given(self):
        passed = self.passed_on("chaos", "--seed", "42")
        for argument in ("-Dtest=ChaosOnKafkaTest", "-Dchaos.seed=42", "-Dchaos.tickets=500", "-Dchaos.kills=3"):
            self.assertIn(argument, passed)
        self.assertIn("--seed 42", self.said)

    def test_chaos_is_led_by_the_engine_that_is_asked_for(self):
        self.assertIn("-Dtest=ChaosWithInngest", self.passed_on("chaos", "--engine", "inngest"))
        self.assertIn("--engine inngest", self.said)

    def test_a_seed_that_chance_has_chosen_is_said(self):
        (seed,) = [argument.partition("=")[2] for argument in self.passed_on("chaos") if argument.startswith("-Dchaos.seed=")]
        self.assertIn(f"--seed {seed}", self.said)

    def test_a_seed_that_is_none_is_refused(self):
        for seed in ("x", "-1", "1000000000"):
            with contextlib.redirect_stderr(io.StringIO()), self.assertRaises(SystemExit):
                self.passed_on("chaos", "--seed", seed)
