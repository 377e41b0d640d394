"""Logs that people can read."""

from __future__ import annotations

import json
import unittest

from stack.loglines import readable


class LogLinesTest(unittest.TestCase):
    def test_a_services_line_keeps_time_level_message_and_innermost_cause(self):
        inner = {"exception": {"exceptionType": "ConnectException", "message": "Connection refused"}}
        line = {
            "timestamp": "2026-01-02T03:04:05.678901Z",
            "level": "ERROR",
            "message": "Failed to start",
            "exception": {"exceptionType": "Outer", "message": "outer", "causedBy": inner},
        }
        self.assertEqual(
            "2026-01-02T03:04:05.678 ERROR Failed to start (ConnectException: Connection refused)", readable(json.dumps(line))
        )

    def test_a_databases_line_keeps_its_error(self):
        line = {"t": {"$date": "2026-01-02T03:04:05.678+00:00"}, "s": "E", "msg": "Listen failed", "attr": {"error": "in use"}}
        self.assertEqual("2026-01-02T03:04:05.678 ERROR Listen failed: in use", readable(json.dumps(line)))

    def test_other_lines_stay_as_they_are_but_not_endless(self):
        self.assertEqual("plain {text}", readable("plain {text}"))
        self.assertEqual("{broken", readable("{broken"))
        self.assertLess(len(readable("x" * 5000)), 400)
