"""What counts as passed, failed and skipped."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from stack import reports

_REPORT = """<?xml version="1.0"?>
<testsuite name="a.B" tests="5">
  <testcase classname="a.B" name="passes"/>
  <testcase classname="a.B" name="isSkipped"><skipped message="no network"/></testcase>
  <testcase classname="a.B" name="fails"><failure message="expected: 1&#10; but was: 2" type="AssertionError">AssertionError: expected: 1
\tat org.assertj.Core.fail(Core.java:1)
\tat io.ticketing.a.B.fails(B.java:7)</failure><system-out>noise</system-out></testcase>
  <testcase classname="a.B" name="dies"><error type="java.lang.IllegalStateException">java.lang.IllegalStateException
\tat java.base/X.y(X.java:1)</error></testcase>
</testsuite>"""


class ReportsTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.repository = Path(folder.name)

    def report(self, place: str, text: str = _REPORT) -> Path:
        file = self.repository / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def test_all_modules_and_both_kinds_of_reports_are_summed(self):
        self.report("auth-service/target/surefire-reports/TEST-a.B.xml")
        self.report("platform/events/target/surefire-reports/TEST-a.B.xml")
        self.report("e2e/target/failsafe-reports/TEST-a.B.xml")
        outcome = reports.read(reports.files(self.repository))
        self.assertEqual("3 passed, 6 failed, 3 skipped", outcome.total())

    def test_a_failure_tells_its_message_and_the_lines_of_this_project(self):
        failed, died = reports.read([self.report("TEST-a.B.xml")]).failures
        self.assertEqual("a.B.fails", failed.name)
        self.assertEqual("expected: 1\n but was: 2\nat io.ticketing.a.B.fails(B.java:7)", failed.reason)
        self.assertEqual("java.lang.IllegalStateException\nat java.base/X.y(X.java:1)", died.reason)

    def test_a_report_that_breaks_off_is_a_failure(self):
        outcome = reports.read([self.report("TEST-a.B.xml", _REPORT[:200])])
        self.assertEqual((0, 1), (outcome.passed, outcome.failed))

    def test_reports_of_earlier_runs_are_removed(self):
        old = self.report("e2e/target/failsafe-reports/TEST-a.B.xml")
        other = self.report("e2e/target/failsafe-reports/notes.txt")
        reports.remove(self.repository)
        self.assertFalse(old.exists())
        self.assertTrue(other.exists())
