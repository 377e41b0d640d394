"""Whose value counts, and who gets to see it."""

from __future__ import annotations

import os
import re
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from stack import services, settings
from stack.home import REPOSITORY
from stack.ports import Ports
from stack.settings import Settings, parse_dotenv
from tests import fakes


class SettingsTest(unittest.TestCase):
    def test_the_environment_comes_before_the_file(self):
        both = Settings({"MAIL_FROM": "a@example.org"}, {"MAIL_FROM": "b@example.org", "PORT": "4000"})
        self.assertEqual("a@example.org", both.get("MAIL_FROM"))
        self.assertEqual("4000", both.get("PORT"))

    def test_an_empty_value_hides_the_file_and_counts_as_none(self):
        self.assertEqual("", Settings({"GEMINI_API_KEY": ""}, {"GEMINI_API_KEY": "key"}).get("GEMINI_API_KEY"))

    def test_the_file_is_read_as_people_write_it(self):
        text = "# a comment\n\nexport PORT=4000\nMAIL_FROM = 'Desk <desk@example.org>' # whose\nJWT_SECRET=\"a=b#c\"\nX=1 # one\nnonsense\n"
        expected = {"PORT": "4000", "MAIL_FROM": "Desk <desk@example.org>", "JWT_SECRET": "a=b#c", "X": "1"}
        self.assertEqual(expected, parse_dotenv(text))

    def test_what_the_stack_has_recorded_itself_is_nobodys_wish(self):
        with mock.patch.dict(os.environ, {"MONGO_URI": "mongodb://own", "TICKETING_ENV_FILE": os.devnull}):
            self.assertEqual("", Settings.of_caller({"MONGO_URI": "mongodb://own"}).get("MONGO_URI"))
            self.assertEqual("mongodb://own", Settings.of_caller({"MONGO_URI": "mongodb://old"}).get("MONGO_URI"))

    def test_tests_start_without_anybodys_settings(self):
        given = {"GEMINI_API_KEY": "k", "QUARKUS_LOG_LEVEL": "DEBUG", "PORT": "1", "PATH": "/bin", "MAVEN_OPTS": "-Xmx1g"}
        self.assertEqual({"PATH": "/bin", "MAVEN_OPTS": "-Xmx1g"}, settings.without_settings(given))


class ExampleTest(unittest.TestCase):
    """`.env.example` and the table in the README speak of the same settings."""

    def test_what_production_requires_is_marked(self):
        rows = re.findall(r"^\| (`[A-Z].*?) \| .*? \| (.*?) \|", (REPOSITORY / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
        required = {name for names, default in rows if "required" in default for name in re.findall(r"[A-Z_]+", names)}
        self.assertIn("CLIENT_URL", required)
        self.assertEqual(set(), required - self.marked())

    def marked(self) -> set[str]:
        """The settings below a comment that begins with an asterisk."""
        names, starred = set(), False
        for line in (REPOSITORY / ".env.example").read_text(encoding="utf-8").splitlines():
            setting = re.match(r"#?([A-Z_]+)=", line)
            if setting is None:
                starred = line.startswith("# *")
            elif starred:
                names.add(setting[1])
        return names


class EnvironmentOfServicesTest(unittest.TestCase):
    SECRETS = {
        "JWT_SECRET": "auth-service",
        "GEMINI_API_KEY": "triage-worker",
        "MAILTRAP_SMTP_PASS": "notification-service",
        "MAILTRAP_SMTP_USER": "notification-service",
    }

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)

    def environments(self, **given: str) -> dict[str, dict[str, str]]:
        stack = fakes.stack(self.home, **given)
        for name in (*services.NAMES, "gateway", "mongod", "kafka", "inbox", "inbox-smtp"):
            stack.ports.settle(name, held=False)
        self.assertIsInstance(stack.ports, Ports)
        return {name: services.environment_of(name, stack) for name in services.NAMES}

    def test_each_secret_reaches_its_own_service_only(self):
        environments = self.environments(**{name: f"value of {name}" for name in self.SECRETS})
        for secret, owner in self.SECRETS.items():
            holders = [service for service, environment in environments.items() if secret in environment]
            self.assertEqual([owner], holders, secret)

    def test_other_secrets_of_the_caller_reach_nobody(self):
        with mock.patch.dict(os.environ, {"CLOUD_TOKEN": "secret"}):
            for service, environment in self.environments().items():
                self.assertNotIn("CLOUD_TOKEN", environment, service)

    def test_the_secret_of_a_stack_is_long_kept_and_readable_by_its_owner_alone(self):
        first = self.environments()["auth-service"]["JWT_SECRET"]
        self.assertGreaterEqual(len(first), 32)
        self.assertEqual(first, self.environments()["auth-service"]["JWT_SECRET"])
        self.assertEqual(0o600, (self.home / "data" / "secrets" / "jwt-secret").stat().st_mode & 0o777)

    def test_mails_stay_here_unless_somebody_names_a_relay(self):
        local = self.environments()["notification-service"]
        self.assertEqual(("127.0.0.1", "plain"), (local["MAILTRAP_SMTP_HOST"], local["MAILTRAP_SMTP_SECURITY"]))
        relay = self.environments(MAILTRAP_SMTP_HOST="smtp.example.org")["notification-service"]
        self.assertEqual("smtp.example.org", relay["MAILTRAP_SMTP_HOST"])
        self.assertNotIn("MAILTRAP_SMTP_SECURITY", relay)

    def test_a_roles_policy_that_somebody_set_is_kept(self):
        self.assertEqual("open", self.environments()["auth-service"]["ONBOARDING_ROLE_POLICY"])
        strict = self.environments(ONBOARDING_ROLE_POLICY="approval")
        self.assertEqual("approval", strict["auth-service"]["ONBOARDING_ROLE_POLICY"])
