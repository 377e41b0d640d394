"""Which process is believed to be a part, and which is never touched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from stack import process
from stack.home import Home
from stack.interrupt import CHILDREN


class ProcessTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Home(Path(folder.name).resolve())
        self.home.prepare()

    def start(self, part: str, code: str = "import time; time.sleep(600)") -> subprocess.Popen:
        child = process.start(self.home, part, [sys.executable, "-c", code], self.home.root, dict(os.environ))
        CHILDREN.release(child)
        self.addCleanup(child.wait)
        self.addCleanup(child.kill)
        while not process.carries_marks(child.pid, {process.PART_MARK: part}):  # in the moment of its start it shows none
            self.assertIsNone(child.poll())
        return child

    def test_a_started_part_is_known_by_its_own_pid(self):
        child = self.start("inbox")
        self.assertEqual(child.pid, process.running_pid(self.home, "inbox"))
        self.assertGreater(process.memory_mib(child.pid), 0)

    def test_a_pid_that_belongs_to_a_stranger_is_not_believed_and_never_stopped(self):
        stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        self.addCleanup(stranger.wait)
        self.addCleanup(stranger.kill)
        self.home.pid_file("kafka").write_text(f"{stranger.pid}\n", encoding="utf-8")
        self.assertIsNone(process.running_pid(self.home, "kafka"))
        self.assertFalse(process.stop(self.home, "kafka", 0.1))
        self.assertIsNone(stranger.poll())

    def test_a_pid_of_another_part_or_of_another_stack_is_not_believed(self):
        child = self.start("mongod")
        other = Home(self.home.root / "other")
        other.prepare()
        for home, part in ((self.home, "kafka"), (other, "mongod")):
            home.pid_file(part).write_text(f"{child.pid}\n", encoding="utf-8")
            self.assertIsNone(process.running_pid(home, part))

    def test_a_pid_file_with_anything_else_in_it_means_not_running(self):
        for text in ("", "no number", "-1", "999999999"):
            self.home.pid_file("inbox").write_text(text, encoding="utf-8")
            self.assertIsNone(process.running_pid(self.home, "inbox"), text)

    def test_a_part_whose_launcher_died_before_it_wrote_the_pid_is_found_and_stopped(self):
        for text in (None, "999999999"):
            child = self.start("mongod")
            self.home.pid_file("mongod").unlink()
            if text:
                self.home.pid_file("mongod").write_text(text, encoding="utf-8")
            self.assertEqual(child.pid, process.running_pid(self.home, "mongod"))
            self.assertIsNone(process.running_pid(self.home, "kafka"))
            self.assertTrue(process.stop(self.home, "mongod", 5.0))
            self.assertEqual(-signal.SIGTERM, child.wait(5))
            self.assertIsNone(process.running_pid(self.home, "mongod"))

    def test_a_process_that_will_not_end_is_ended(self):
        child = self.start("kafka", "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(600)")
        while not self.home.log_file("kafka").read_text(encoding="utf-8"):
            self.assertIsNone(child.poll())
        self.assertTrue(process.stop(self.home, "kafka", 0.2))
        self.assertEqual(-signal.SIGKILL, child.wait(5))

    def test_everything_with_a_mark_is_ended_at_once_and_what_it_starts_on_its_way_out(self):
        stubborn = "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(600)"
        parting = (
            "import signal, subprocess, sys, time\n"
            f"signal.signal(15, lambda *_: sys.exit(subprocess.Popen([sys.executable, '-c', {stubborn!r}]) and 0))\n"
            "print(1, flush=True); time.sleep(600)"
        )
        children = [self.start(f"stubborn-{number}", stubborn) for number in range(8)] + [self.start("parting", parting)]
        for log in self.home.logs.glob("*.log"):
            while not log.read_text(encoding="utf-8"):
                self.assertTrue(all(child.poll() is None for child in children))
        started = time.monotonic()
        process.end_all({process.HOME_MARK: str(self.home.root)}, grace_seconds=3.0)
        self.assertEqual([], process.marked({process.HOME_MARK: str(self.home.root)}))
        self.assertLess(time.monotonic() - started, 20, "each had a time of grace of its own")
        self.assertEqual([-signal.SIGKILL] * 8 + [0], [child.wait(5) for child in children])

    def test_last_lines_are_those_of_this_start(self):
        log = self.home.log_file("gateway")
        log.write_text("old\n", encoding="utf-8")
        written = log.stat().st_size
        with open(log, "a", encoding="utf-8") as handle:
            handle.write("one\ntwo\nthree\n")
        self.assertEqual("two\nthree", process.last_lines(log, 2, written))
        self.assertEqual("one\ntwo\nthree", process.last_lines(log, 9, written))
