"""Which places are the stack's own, and which a person has elsewhere."""

from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from stack import assembly
from stack.part import Stack
from tests import fakes


class PlacesTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        known = fakes.stack(self.home)
        for part in assembly.ALL:
            for name in part.ports:
                known.ports.settle(name, held=False)
        known.ports.save()

    def of_caller(self, **environment: str) -> Stack:
        places = {"TICKETING_HOME": str(self.home), "TICKETING_ENV_FILE": os.devnull}
        with mock.patch.dict(os.environ, {**places, **environment}, clear=True):
            return assembly.of_caller()

    def up(self, stack: Stack) -> dict[str, str]:
        """As `up` does: writes stack.env, and answers what stands there."""
        addresses = assembly.addresses(stack)
        stack.home.stack_env.write_text("".join(f"{k}={v}\n" for k, v in addresses.items()), encoding="utf-8")
        return addresses

    def test_a_database_and_a_bus_elsewhere_are_still_so_after_the_first_up(self):
        elsewhere = {"MONGO_URI": "mongodb://db.example.org", "KAFKA_BOOTSTRAP_SERVERS": "bus.example.org:9092"}
        self.up(self.of_caller(**elsewhere))
        again = self.of_caller(**elsewhere)
        self.assertEqual(elsewhere, {name: again.settings.get(name) for name in elsewhere})
        self.assertFalse({"mongod", "kafka"} & {part.name for part in assembly.own(again)})

    def test_whoever_has_sourced_stack_env_has_set_nothing(self):
        recorded = self.up(self.of_caller())
        sourced = self.of_caller(**recorded)
        self.assertEqual(assembly.ALL, assembly.own(sourced))
        self.assertEqual(recorded, assembly.addresses(sourced))

    def test_a_relay_without_a_port_is_asked_on_the_one_that_the_service_takes(self):
        addresses = assembly.addresses(self.of_caller(MAILTRAP_SMTP_HOST="smtp.example.org"))
        self.assertEqual(("smtp.example.org", "587"), (addresses["SMTP_HOST"], addresses["SMTP_PORT"]))
