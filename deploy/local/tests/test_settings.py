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
        "JWT_SECRET": ["auth-service"],
        "SESSION_SECRET": ["auth-service"],
        "ADMIN_PASSWORD": ["auth-service"],
        "GOOGLE_CLIENT_SECRET": ["auth-service"],
        "MAIL_LINK_SECRET": ["auth-service", "notification-service"],
        "GEMINI_API_KEY": ["triage-worker"],
        "INNGEST_EVENT_KEY": ["auth-service", "ticket-service"],
        "INNGEST_SIGNING_KEY": ["triage-worker", "notification-service"],
        "INNGEST_SIGNING_KEY_FALLBACK": ["triage-worker", "notification-service"],
        "MAILTRAP_SMTP_PASS": ["notification-service"],
        "MAILTRAP_SMTP_USER": ["notification-service"],
    }
    MADE_HERE = ("JWT_SECRET", "SESSION_SECRET", "MAIL_LINK_SECRET")

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)

    def environments(self, **given: str) -> dict[str, dict[str, str]]:
        stack = fakes.stack(self.home, **given)
        for name in (*services.NAMES, "gateway", "gateway-inngest", "mongod", "kafka", "inbox", "inbox-smtp"):
            stack.ports.settle(name, held=False)
        self.assertIsInstance(stack.ports, Ports)
        return {name: services.environment_of(name, stack) for name in services.NAMES}

    def test_each_secret_reaches_its_own_services_only(self):
        environments = self.environments(**{name: f"value of {name}" for name in self.SECRETS})
        for secret, owners in self.SECRETS.items():
            holders = [service for service, environment in environments.items() if secret in environment]
            self.assertEqual(owners, holders, secret)
            self.assertEqual({f"value of {secret}"}, {environments[owner][secret] for owner in owners})

    def test_every_variable_that_a_service_reads_reaches_it(self):
        shared = (REPOSITORY / "platform").glob("*/src/main/resources/META-INF/microprofile-config.properties")
        read_by_all = {name for file in shared for name in _variables(file)}
        self.assertIn("CLIENT_URL", read_by_all)
        for service in services.NAMES:
            of_others = {secret for secret, owners in self.SECRETS.items() if service not in owners}
            own = _variables(REPOSITORY / service / "src/main/resources/application.properties")
            given = {name: "1" for name in own | read_by_all - of_others}
            self.assertEqual(set(), given.keys() - self.environments(**given)[service].keys(), service)

    def test_other_secrets_of_the_caller_reach_nobody(self):
        with mock.patch.dict(os.environ, {"CLOUD_TOKEN": "secret"}):
            for service, environment in self.environments().items():
                self.assertNotIn("CLOUD_TOKEN", environment, service)

    def test_the_secrets_of_a_stack_are_long_kept_and_readable_by_their_owner_alone(self):
        first = self.environments()["auth-service"]
        again = self.environments()["auth-service"]
        self.assertEqual(len(self.MADE_HERE), len({first[name] for name in self.MADE_HERE}))
        for name in self.MADE_HERE:
            with self.subTest(name):
                self.assertGreaterEqual(len(first[name]), 32)
                self.assertEqual(first[name], again[name])
                file = self.home / "data" / "secrets" / name.lower().replace("_", "-")
                self.assertEqual(0o600, file.stat().st_mode & 0o777)

    def test_the_service_that_mails_links_makes_the_tokens_that_the_other_expects(self):
        environments = self.environments()
        self.assertEqual(
            environments["auth-service"]["MAIL_LINK_SECRET"], environments["notification-service"]["MAIL_LINK_SECRET"]
        )

    def test_the_session_cookie_counts_for_pages_of_the_client_and_of_the_gateway(self):
        named = {"CLIENT_URL": "https://app.example.org", "APP_URL": "https://api.example.org"}
        for service, environment in self.environments(**named).items():
            self.assertEqual(named, {name: environment[name] for name in named}, service)
        for service, environment in self.environments().items():
            self.assertEqual(services.DEFAULT_CLIENT_URL, environment["CLIENT_URL"], service)
            self.assertRegex(environment["APP_URL"], "^http://localhost:[0-9]+$", service)

    def test_a_limit_of_the_gateway_is_no_setting_of_a_service(self):
        self.assertNotIn("RATE_LIMIT_ADDRESS", self.environments(RATE_LIMIT_ADDRESS="7")["auth-service"])

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


def _variables(properties: Path) -> set[str]:
    """The UPPER_CASE variables that a file of Quarkus properties takes its values from."""
    return set(re.findall(r"\$\{([A-Z][A-Z_]*)[:}]", properties.read_text(encoding="utf-8")))
