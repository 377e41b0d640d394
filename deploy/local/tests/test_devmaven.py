"""Which Maven dev mode gets."""

from __future__ import annotations

import unittest

from stack.devmaven import is_new_enough


class NewEnough(unittest.TestCase):
    def test_dev_mode_accepts_3_9_and_later(self) -> None:
        for told in ("Apache Maven 3.9.0 (abc)", "\x1b[1mApache Maven 3.9.11 (abc)\x1b[m", "Apache Maven 4.0.0-rc-3"):
            with self.subTest(told):
                self.assertTrue(is_new_enough(told))

    def test_anything_else_is_replaced(self) -> None:
        for told in ("Apache Maven 3.8.7", "Apache Maven 2.2.1", "", "command not found"):
            with self.subTest(told):
                self.assertFalse(is_new_enough(told))
