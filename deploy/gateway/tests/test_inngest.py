"""The listener for Inngest: it leads to the functions and nowhere else."""

import unittest

from .case import LIST
from .rig import Gateway

_FUNCTIONS = ("triage-worker", "notification-service")


class InngestListenerTest(unittest.TestCase):
    gateway: Gateway

    @classmethod
    def setUpClass(cls):
        cls.gateway = Gateway()
        cls.gateway.start()
        cls.addClassCleanup(cls.gateway.stop)

    def test_it_leads_to_each_service_that_serves_functions_without_a_token(self):
        for service in _FUNCTIONS:
            for method in ("GET", "PUT", "POST"):
                with self.subTest(service, method=method):
                    answer = self._call(method, f"/api/inngest/{service}?fnId=a&stepId=step", x_inngest_signature="t=1&s=ab")
                    self.assertEqual(200, answer.status)
                    self.assertEqual(service, answer.json["service"])
                    self.assertEqual(f"/api/inngest/{service}?fnId=a&stepId=step", answer.json["path"])
                    self.assertEqual("t=1&s=ab", answer.json["headers"]["x-inngest-signature"])

    def test_the_state_of_a_long_run_gets_through(self):
        answer = self._call("POST", "/api/inngest/triage-worker", b"x" * 5_000_000)
        self.assertEqual((200, 5_000_000), (answer.status, answer.json["bytes"]))

    def test_it_leads_nowhere_else(self):
        for path in (LIST, "/q/metrics", "/api/inngest", "/api/inngest/auth-service", "/api/inngest/triage-worker/q", "/openapi"):
            with self.subTest(path):
                self.assertEqual(404, self._call("GET", path).status)

    def test_the_public_side_does_not_know_the_functions(self):
        for service in _FUNCTIONS:
            with self.subTest(service):
                self.assertEqual(404, self.gateway.signed_in("POST", f"/api/inngest/{service}").status)

    def _call(self, method, path, body=None, **headers):
        return self.gateway.ask(method, path, body, port=self.gateway.inngest_port, **headers)
