"""What the machine lacks is told before the long work, all of it, and once."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from stack import assembly, build, fetching, suite, supplies, toolchain, up
from stack.console import Failure
from stack.starting import together
from tests import fakes


class BareMachineTest(unittest.TestCase):
    """A machine with nothing but Python, which lacks pip."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        bare = {"PATH": "", "XDG_CACHE_HOME": str(self.folder / "cache")}
        work = mock.Mock(side_effect=AssertionError("the long work was begun"))
        for patch in (
            mock.patch.dict(os.environ, bare, clear=True),
            mock.patch.object(toolchain, "_candidates", lambda: iter(())),
            mock.patch.object(importlib.util, "find_spec", lambda name: None),
            mock.patch.object(fetching, "fetched", work),
            mock.patch.object(build, "stale", work),
            mock.patch.object(suite, "run_child", work),
            mock.patch.object(suite, "_LOG", self.folder / "target" / "test.log"),
        ):
            patch.start()
            self.addCleanup(patch.stop)

    def told(self, call) -> list[str]:
        """What a call complains of, sentence by sentence."""
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as shown:
            with self.assertRaises(Failure) as raised:
                call()
        others = [line[2:] for line in shown.getvalue().splitlines() if line.startswith("✗ ")]
        return [raised.exception.what, *others]

    def test_up_and_test_tell_all_that_is_missing_before_they_begin(self):
        for call in (lambda: up.up(fakes.stack(self.folder / "home")), lambda: suite.run_tests([])):
            jdk, maven, pip = self.told(call)
            self.assertIn("no JDK 25", jdk)
            self.assertIn("Maven is not on PATH", maven)
            self.assertIn("pip is missing", pip)

    def test_only_what_the_wanted_parts_need_is_missing(self):
        self.assertEqual(2, len(self.told(lambda: supplies.check({"kafka"}))))
        self.assertEqual(1, len(self.told(lambda: supplies.check({"inbox"}))))
        supplies.check(set())

    def test_what_was_fetched_before_needs_no_pip(self):
        with mock.patch.object(supplies.tools, "are_fetched", lambda: True):
            self.assertEqual(2, len(self.told(lambda: supplies.check(frozenset(assembly.NAMES)))))

    def test_a_test_run_shows_that_it_fetches(self):
        fetching.fetched.side_effect = Failure("the line is dead")
        with mock.patch.object(supplies, "check"), mock.patch.object(supplies.gateway, "docs_are_fetched", lambda: True):
            with contextlib.redirect_stdout(io.StringIO()) as said, self.assertRaises(Failure):
                suite.run_tests([])
        self.assertIn("Fetching database, gateway and inbox, Kafka broker", said.getvalue())

    def test_a_failure_that_several_tasks_share_is_told_once(self):
        tasks = {"database": toolchain.java, "bus": toolchain.java, "page": toolchain.maven}
        self.assertEqual(2, len(self.told(lambda: together(tasks))))
