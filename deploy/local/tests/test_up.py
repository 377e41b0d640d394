"""`up` and `down` with real processes: what is started, what is left alone, what is never left behind."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

from stack import build, process, services, up
from stack.console import Failure
from stack.interrupt import CHILDREN
from stack.ports import is_free
from tests import fakes


class UpTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name).resolve()
        self.said = self.enterContext_(contextlib.redirect_stdout(io.StringIO()))
        self.enterContext_(contextlib.redirect_stderr(io.StringIO()))
        self.addCleanup(self.end_all)

    def enterContext_(self, context):  # noqa: N802 (unittest has it from Python 3.11 on)
        value = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)
        return value

    def end_all(self) -> None:
        for pid in self.living():
            os.kill(pid, signal.SIGKILL)

    def living(self) -> list[int]:
        """The processes of this stack, whatever its pid files say."""
        marks = {process.HOME_MARK: str(self.home)}
        return process.marked(marks)

    def pid(self, name: str) -> int | None:
        return process.running_pid(fakes.stack(self.home).home, name)

    def up(self, **environment: str) -> None:
        up.up(fakes.stack(self.home, **environment))

    def other_up(self, *names: str) -> subprocess.Popen:
        folder = Path(__file__).resolve().parents[1]
        call = [sys.executable, "-m", "tests.fakes", str(self.home), *names]
        child = subprocess.Popen(call, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.addCleanup(child.stdout.close)
        self.addCleanup(child.kill)
        return child

    def until(self, condition, what: str) -> None:
        deadline = time.monotonic() + 60
        while not condition():
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.02)

    def test_a_second_up_starts_nothing(self):
        with fakes.made_of(["one-server"], ["two-server"]):
            self.up()
            first = self.living()
            self.up()
        self.assertEqual(2, len(first))
        self.assertEqual(sorted(first), sorted(self.living()))
        self.assertIn("Everything runs already", self.said.getvalue())

    def test_a_killed_part_comes_back_alone_and_on_its_old_port(self):
        with fakes.made_of(["one-server", "two-server"]):
            self.up()
            kept, killed = self.pid("one-server"), self.pid("two-server")
            port = fakes.stack(self.home).ports["two-server"]
            os.kill(killed, signal.SIGKILL)
            self.until(lambda: self.pid("two-server") is None, "the part has not died")
            self.up()
        self.assertEqual(kept, self.pid("one-server"))
        self.assertNotIn(self.pid("two-server"), (None, killed))
        self.assertEqual(port, fakes.stack(self.home).ports["two-server"])

    def test_a_part_whose_settings_changed_is_started_anew_alone(self):
        with fakes.made_of(["one-server"], ["two-server"]):
            self.up(ONE_SERVER="kept", TWO_SERVER="old")
            kept, old = self.pid("one-server"), self.pid("two-server")
            self.up(ONE_SERVER="kept", TWO_SERVER="secret")
        self.assertEqual(kept, self.pid("one-server"))
        self.assertNotIn(self.pid("two-server"), (None, old))
        self.assertIn("started anew: two-server (new settings)", self.said.getvalue())
        self.assertNotIn("secret", process.last_lines(self.home / "stack.env", 99) + self.said.getvalue())

    def test_a_service_that_runs_in_dev_mode_is_neither_built_nor_ended(self):
        built: list[str] = []
        with fakes.made_of(["one-server"], ["two-server"]), mock.patch.object(
            services, "NAMES", ("one-server", "two-server")
        ), mock.patch.object(build, "stale", lambda names: built.extend(names) or []):
            self.up()
            stack = fakes.stack(self.home)
            up.stop_parts(stack, [fakes.part("two-server")])
            launch = fakes.part("two-server").launch(stack)
            dev = process.start(stack.home, "two-server", launch.argv, launch.cwd, {**launch.environment, **process.DEV_MARK})
            self.addCleanup(dev.wait)
            self.addCleanup(dev.kill)
            CHILDREN.release(dev)
            self.until(lambda: process.runs_in_dev(stack.home, "two-server"), "dev mode has not started")
            built.clear()
            self.up(TWO_SERVER="other")
            self.assertEqual(["one-server"], built)
            self.assertIsNone(dev.poll())
            os.kill(self.pid("one-server"), signal.SIGKILL)
            port = stack.ports["one-server"]
            self.until(lambda: is_free(port), "the part has not died")
            with socket.create_server(("127.0.0.1", port)):
                self.up()
        self.assertIsNone(dev.poll())
        self.assertIn("two-server knows the old one", self.said.getvalue())

    def test_ports_outlive_down(self):
        with fakes.made_of(["one-server"]):
            self.up()
            port = fakes.stack(self.home).ports["one-server"]
            self.assertEqual(1, up.down(fakes.stack(self.home)))
            self.assertEqual([], self.living())
            self.up()
        self.assertEqual(port, fakes.stack(self.home).ports["one-server"])

    def test_down_shows_what_it_waits_for(self):
        with fakes.made_of(["one-stubborn"]):
            self.up()
            with contextlib.redirect_stdout(fakes.Terminal()) as shown:
                up.down(fakes.stack(self.home))
        self.assertRegex(shown.getvalue(), "stopping .*one-stubborn")

    def test_a_port_that_a_stranger_took_moves_and_everything_is_told(self):
        with fakes.made_of(["one-server", "two-server"]):
            self.up()
            told, moving = self.pid("one-server"), self.pid("two-server")
            port = fakes.stack(self.home).ports["two-server"]
            os.kill(moving, signal.SIGKILL)
            self.until(lambda: is_free(port), "the part has not died")
            with socket.create_server(("127.0.0.1", port)):
                self.up()
        self.assertNotEqual(port, fakes.stack(self.home).ports["two-server"])
        self.assertNotEqual(told, self.pid("one-server"))

    def test_two_ups_at_once_start_each_part_once(self):
        names = ["one-server", "two-server"]
        calls = [self.other_up(*names), self.other_up(*names)]
        for call in calls:
            self.assertEqual(0, call.wait(30), call.stdout)
        self.assertEqual(2, len(self.living()))

    def test_an_up_that_waited_for_another_one_uses_its_ports(self):
        waited = fakes.stack(self.home)
        with fakes.made_of(["one-server"]):
            self.up()
            up.up(waited)

        self.assertEqual(1, len(self.living()))
        self.assertEqual(fakes.stack(self.home).ports["one-server"], waited.ports["one-server"])

    def test_an_interrupted_up_leaves_no_process(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number.name):
                call = self.other_up("one-server", "two-sleeper")
                self.until(lambda: self.pid("one-server") and self.pid("two-sleeper"), "the parts have not started")
                call.send_signal(number)
                self.assertEqual(130, call.wait(30))
                self.assertEqual([], self.living())

    def test_an_interrupt_stops_only_what_this_call_has_started(self):
        with fakes.made_of(["one-server"]):
            self.up()
        kept = self.pid("one-server")
        call = self.other_up("one-server", "two-sleeper")
        self.until(lambda: self.pid("two-sleeper"), "the part has not started")
        call.send_signal(signal.SIGINT)
        self.assertEqual(130, call.wait(30))
        self.assertEqual([kept], self.living())

    def test_a_part_that_ends_at_once_is_named_with_its_last_lines(self):
        with fakes.made_of(["one-server", "two-broken"]), self.assertRaises(Failure) as raised:
            self.up()
        self.assertIn("two-broken", raised.exception.what)
        self.assertIn("no room on the device", raised.exception.details)
        self.assertIsNotNone(self.pid("one-server"))

    def test_a_wrong_port_setting_is_named(self):
        for port in ("http", "65536", "-1", "²"):
            with self.subTest(port=port), fakes.made_of(["one-server"]), self.assertRaises(Failure) as raised:
                self.up(PORT=port)
            self.assertIn("PORT", raised.exception.what)
        self.assertEqual([], self.living())

    def test_a_port_that_this_user_may_not_have_is_not_said_to_be_taken(self):
        class Forbidding(socket.socket):
            def bind(self, address) -> None:
                raise PermissionError

        with mock.patch.object(socket, "socket", Forbidding), self.assertRaises(Failure) as raised:
            self.up(PORT="80")
        self.assertIn("may not listen on port 80", raised.exception.what)

    def test_a_part_is_stopped_by_its_name_whoever_describes_it(self):
        stopped: list[str] = []
        with mock.patch.object(process, "stop", lambda home, name, seconds: stopped.append(name) or True):
            up.stop_parts(fakes.stack(self.home), [services.part("ticket-service")])

        self.assertEqual(["ticket-service"], stopped)

    def test_a_second_up_waits_for_what_runs_but_is_not_ready(self):
        with fakes.made_of(["one-server", "two-broken"], ["three-server"]), self.assertRaises(Failure):
            self.up()
        with fakes.made_of(["one-server"], ["three-server"]):
            self.up()
        self.assertEqual(2, len(self.living()))
        call = self.other_up("one-server", "four-sleeper")
        self.until(lambda: self.pid("four-sleeper"), "the part has not started")
        call.kill()
        call.wait(10)
        again = self.other_up("one-server", "four-sleeper")
        with self.assertRaises(subprocess.TimeoutExpired):
            again.wait(3)
        again.send_signal(signal.SIGINT)
        self.assertEqual(130, again.wait(30))
        self.assertIsNotNone(self.pid("four-sleeper"))
