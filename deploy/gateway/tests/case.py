"""What the tests of the running gateway share."""

import unittest

from .rig import Gateway

CREATE = "/api/v1/tickets/create-ticket"
LIST = "/api/v1/tickets/get-all-tickets"
PROBLEM = {"type", "title", "status", "detail", "instance", "success", "statusCode", "message", "errors", "traceId"}


class GatewayTestCase(unittest.TestCase):
    """One gateway for all tests of a class; none of them comes near its rate limits."""

    gateway: Gateway

    @classmethod
    def setUpClass(cls):
        cls.gateway = Gateway(down=("notification-service",))
        cls.gateway.start()
        cls.addClassCleanup(cls.gateway.stop)

    def assert_problem(self, answer, status: int, instance: str, *fields: str):
        self.assertEqual(status, answer.status)
        self.assertEqual("application/problem+json", answer.headers["content-type"])
        problem = answer.json
        self.assertEqual(PROBLEM, problem.keys())
        self.assertEqual(
            [status, status, False, "about:blank"],
            [problem[name] for name in ("status", "statusCode", "success", "type")],
        )
        self.assertEqual(list(fields), [error["field"] for error in problem["errors"]])
        self.assertEqual(problem["detail"], problem["message"])
        self.assertTrue(problem["title"] and problem["detail"])
        self.assertEqual(instance, problem["instance"])
        self.assertEqual(answer.headers["x-request-id"], problem["traceId"])
