"""How Schemathesis is called, and what its report is taken to say."""

from __future__ import annotations

import importlib.util
import os
import select
import stat
import sys
import tempfile
import tomllib
import types
import unittest
from contextlib import chdir
from pathlib import Path
from unittest import mock

from stack import api, arrival, assembly, fuzzing, interrupt, knowing, schemathesis, supplies
from stack.console import Failure
from stack.reports import FailedTest, Outcome

_TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
_REPORT = f"""<?xml version="1.0"?>
<testsuites><testsuite name="schemathesis" tests="3">
  <testcase name="GET /a"/>
  <testcase name="GET /b"><skipped/></testcase>
  <testcase name="POST /c"><failure message="ST100">1. Answered 500
curl -X POST /c
{{'token':'{_TOKEN}'}}</failure></testcase>
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

# Stands in for one that hangs, with a child, and that is deaf to SIGTERM; both hold the pipe open as long as they live.
_HANGING = """
import signal, subprocess, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pipe = open("alive", "w")
child = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"], stdout=pipe)
print("hanging with %s", flush=True)
pipe.write("alive")
pipe.flush()
child.wait()
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

    def run_as_student(self, *chosen: str, **options: object):
        options = {"meanwhile": lambda: None, **options}
        return schemathesis.run(
            "http://localhost/openapi", "student", _TOKEN, {"tickets": ["t1", "t2"], "passwords": ["p1"]}, chosen, self.place,
            environment=dict(os.environ), log=self.log, **options,
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

    def test_it_is_told_what_exists_and_what_valid_calls_may_be_answered(self):
        self.run_as_student("--exclude-operation-id", "stream")
        told = tomllib.loads((self.place / "schemathesis.toml").read_text(encoding="utf-8"))
        self.assertEqual(["t1", "t2"], told["dictionaries"]["tickets"]["values"])
        self.assertEqual("tickets", told["parameters"]["path.ticketId"]["dictionary"])
        self.assertEqual("passwords", told["parameters"]["body.currentPassword"]["dictionary"])
        self.assertNotIn("path.userId", told["parameters"])
        self.assertNotIn("400", told["checks"]["positive_data_acceptance"]["expected-statuses"])
        self.assertFalse(told["auth"]["auto-signup"])
        self.assertTrue(Path(told["hooks"]).is_file())

    def test_one_that_leaves_no_report_has_failed(self):
        outcome = self.run_as_student()
        self.assertEqual((0, 1), (outcome.passed, outcome.failed))
        self.assertIn("ended with 1", outcome.failures[0].reason)

    def test_one_that_hangs_is_ended_with_its_children_and_has_failed(self):
        os.mkfifo(self.place / "alive")
        alive = os.open(self.place / "alive", os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, alive)

        def wait_until_it_hangs() -> None:
            self.assertTrue(select.select([alive], [], [], 30)[0])
            self.assertEqual(b"alive", os.read(alive, 100))

        with mock.patch.object(schemathesis, "_PROGRAM", _HANGING), mock.patch.object(interrupt, "_GRACE_SECONDS", 0.0):
            outcome = self.run_as_student(meanwhile=wait_until_it_hangs, within=0.0)
        self.assertTrue(select.select([alive], [], [], 30)[0])
        self.assertEqual(b"", os.read(alive, 100), "something of it still lives")
        self.assertEqual(["API as student"], [failure.name for failure in outcome.failures])
        self.assertEqual("not done after 0 min:\nhanging with [Filtered]", outcome.failures[0].reason)

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

    def test_what_was_found_is_told_though_the_stack_does_not_end(self):
        def call(command: str, *_: object) -> None:
            if command == "down":
                raise Failure("./ticketing down was not done after 5 min.")

        found = mock.Mock(side_effect=lambda *_: Outcome(7, 0, [FailedTest("API as admin: GET /a", "500")]))
        with (
            mock.patch.object(fuzzing, "_call", call), mock.patch.object(fuzzing, "_try_all", found),
            mock.patch.object(assembly, "addresses_of", lambda _: {}),
        ):  # fmt: skip
            outcome = fuzzing.try_api(fuzzing.Run({}, Path(os.devnull), lambda: None))
        self.assertEqual((7, ["500", "./ticketing down was not done after 5 min."]),
                         (outcome.passed, [failure.reason for failure in outcome.failures]))  # fmt: skip

    def test_a_call_of_the_launcher_that_hangs_is_a_failure(self):
        hanging = mock.Mock(side_effect=interrupt.Overdue)
        with (
            tempfile.NamedTemporaryFile() as log, mock.patch.object(fuzzing, "run_child", hanging),
            self.assertRaises(Failure) as raised,
        ):  # fmt: skip
            fuzzing._call("up", {}, fuzzing.Run({}, Path(log.name), lambda: None))
        self.assertEqual("./ticketing up was not done after 5 min.", raised.exception.what)
        self.assertEqual(300.0, hanging.call_args.kwargs["within"])

    def test_a_role_that_cannot_arrive_takes_nothing_from_what_the_others_found(self):
        def arrived(role: str, _: object) -> knowing.Somebody:
            if role == "moderator":
                raise Failure("A new moderator is not known to all services after 30 s.")
            if role == "admin":
                raise ConnectionRefusedError("nobody answers")
            return knowing.Somebody()

        with (
            tempfile.TemporaryDirectory() as place, mock.patch.object(knowing, "arrived", arrived),
            mock.patch.object(schemathesis, "run", lambda *_, **__: Outcome(passed=1)),
            mock.patch.object(api, "call", mock.Mock(return_value=api.Answer(200, {"paths": {}}, 1.0))),
        ):  # fmt: skip
            run = fuzzing.Run({}, Path(os.devnull), lambda: None)
            outcome = fuzzing._try_all(Path(place), {"GATEWAY_URL": "http://localhost"}, run)
        self.assertEqual(4, outcome.passed)  # nobody's, and a student's three
        self.assertEqual({"API as moderator", "API as admin"}, {failure.name for failure in outcome.failures})
        self.assertEqual(6, outcome.failed)

    def test_each_role_that_the_table_lets_in_is_expected_to_succeed(self):
        allowed = fuzzing._allowed(fuzzing._TABLE.read_text(encoding="utf-8"))
        self.assertEqual(["moderator", "admin"], allowed["PATCH /api/v1/tickets/admin/status/{ticketId}"])
        self.assertEqual(["admin"], allowed["DELETE /api/v1/tickets/admin/delete/{ticketId}"])
        self.assertEqual(["student", "moderator", "admin"], allowed["POST /api/v1/tickets/{id}/comments"])
        self.assertEqual([], allowed["POST /api/v1/onboarding/submit"])

    def test_what_a_role_could_not_do_though_it_may_is_a_failure(self):
        described = {"paths": {"/a": {"patch": {"operationId": "a", "responses": {}}}}}
        seen = {"PATCH /a": {"student": {200}, "moderator": {400, 404}, "admin": {200}}}
        outcome = fuzzing._unreached(described, seen, {"PATCH /a": ["moderator", "admin"]})
        self.assertEqual(["API as moderator: PATCH /a"], [failure.name for failure in outcome.failures])
        self.assertIn("[400, 404]", outcome.failures[0].reason)

    def test_what_nobody_could_do_is_a_failure(self):
        described = {"paths": {"/a": {"get": {"operationId": "a", "responses": {}}, "parameters": []},
                               "/b": {"post": {"operationId": "b", "responses": {}}},
                               "/c": {"get": {"operationId": "c", "responses": {}}},
                               "/s": {"get": {"operationId": "streamTickets", "responses": {}}}}}  # fmt: skip
        outcome = fuzzing._unreached(described, {"GET /a": {"student": {200}, "admin": {403}}, "POST /b": {"admin": {401, 403}}}, {})
        self.assertEqual(["API: GET /c", "API: POST /b"], [failure.name for failure in outcome.failures])
        self.assertIn("[401, 403]", outcome.failures[1].reason)


class KnowingTest(unittest.TestCase):
    def test_who_arrives_has_tickets_and_others_beside_him(self):
        calls = []

        def call(method: str, url: str, body: dict, token: str | None = None) -> api.Answer:
            calls.append((url.rsplit("/api/v1", 1)[1], token))
            return api.Answer(201, {"token": f"of {len(calls)}", "user": {"_id": f"u{len(calls)}"}, "data": {"_id": f"t{len(calls)}"}}, 1.0)

        with mock.patch.object(api, "call", call), mock.patch.object(arrival, "behind", lambda *_: []):
            admin = knowing.arrived("admin", {"GATEWAY_URL": "http://localhost", "MONGO_URI": "mongodb://localhost"})
        self.assertEqual("of 2", admin.token)
        self.assertEqual(["u3", "u5"], admin.known["users"])
        self.assertEqual(["t7", "t9", "t11"], admin.known["tickets"])
        self.assertEqual([("/tickets/create-ticket", "of 2"), ("/tickets/t7/comments", "of 2")], calls[6:8])

    def test_whoever_is_turned_away_says_why(self):
        refused = mock.Mock(return_value=api.Answer(409, {"message": "This name is taken."}, 1.0))
        with mock.patch.object(api, "call", refused), self.assertRaises(Failure) as raised:
            knowing.arrived("student", {"GATEWAY_URL": "http://localhost", "MONGO_URI": "mongodb://localhost"})
        self.assertIn("409: This name is taken.", raised.exception.what)


class HooksTest(unittest.TestCase):
    def setUp(self) -> None:
        registered = types.SimpleNamespace(hook=lambda function: function)
        with mock.patch.dict(sys.modules, schemathesis=registered):
            spec = importlib.util.spec_from_file_location("hooks", schemathesis._HOOKS)
            self.hooks = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(self.hooks)

    def test_a_cursor_is_made_up_only_where_it_is_to_be_refused(self):
        for valid, left in ((True, {"limit": 5}), (False, {"limit": 5, "cursor": "x"})):
            case = _case(valid)
            self.hooks.before_call(None, case, {})
            self.assertEqual(left, case.query)

    def test_the_answers_to_each_operation_are_kept(self):
        with tempfile.TemporaryDirectory() as place, chdir(place):
            for status in (200, 404, 200):
                self.hooks.after_call(None, _case(True), types.SimpleNamespace(status_code=status))
            self.assertEqual({"GET /a/{id}": {200, 404}}, schemathesis.answers(Path(place)))
            self.assertEqual({}, schemathesis.answers(Path(place, "nowhere")))


def _case(valid: bool) -> types.SimpleNamespace:
    mode = types.SimpleNamespace(is_positive=valid)
    return types.SimpleNamespace(
        query={"limit": 5, "cursor": "x"}, operation=types.SimpleNamespace(label="GET /a/{id}"),
        meta=types.SimpleNamespace(generation=types.SimpleNamespace(mode=mode)),
    )  # fmt: skip
