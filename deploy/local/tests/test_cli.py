"""What the command line refuses."""

from __future__ import annotations

import contextlib
import io
import unittest

from stack import assembly, cli


class LogsTest(unittest.TestCase):
    def test_a_log_that_there_is_not_is_refused_with_the_names_of_those_that_there_are(self):
        with contextlib.redirect_stderr(io.StringIO()) as said, self.assertRaises(SystemExit) as ended:
            cli.main(["logs", "typo"])
        self.assertEqual(2, ended.exception.code)
        for name in (*assembly.NAMES, "build"):
            self.assertIn(name, said.getvalue())
