"""What an interrupt waits for."""

from __future__ import annotations

import signal
import subprocess
import sys
import unittest
from pathlib import Path

_WORK = """
import sys
from stack import interrupt

interrupt._GRACE_SECONDS = 0.0

def work():
    try:
        print("working", flush=True)
        interrupt.pause(600)
    finally:
        print("cleaning up", flush=True)
        sys.stdin.read()
        print("clean", flush=True)

sys.exit(interrupt.interruptible(work))
"""


class InterruptTest(unittest.TestCase):
    def test_the_works_own_cleaning_up_is_never_cut_off(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(signal=number.name):
                call = subprocess.Popen(
                    [sys.executable, "-c", _WORK], cwd=Path(__file__).resolve().parents[1],
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                )  # fmt: skip
                self.addCleanup(call.kill)
                self.assertEqual("working\n", call.stdout.readline())
                call.send_signal(number)
                self.assertEqual("cleaning up\n", call.stdout.readline())
                with self.assertRaises(subprocess.TimeoutExpired):
                    call.wait(1)
                self.assertEqual("clean\n", call.communicate()[0])
                self.assertEqual(130, call.returncode)
