"""When a part that runs is outdated."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from stack import assembly, freshness, gateway, process, services
from stack.part import Part, Stack
from tests import fakes


class FreshnessTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.jar = self.folder / "quarkus-run.jar"
        self.jar.touch()
        self.description = self.folder / "described"
        self.description.write_text("one route", encoding="utf-8")
        for patch in (
            mock.patch.object(services, "jar", lambda service: self.jar),
            mock.patch.object(gateway, "_sources", lambda: self),
        ):
            patch.start()
            self.addCleanup(patch.stop)

    def render(self, values: dict[str, str], out: Path) -> Path:
        """As deploy/gateway does, of what the services' builds describe."""
        out.mkdir(parents=True, exist_ok=True)
        (out / "openapi.json").write_text(self.description.read_text(encoding="utf-8"), encoding="utf-8")
        (out / "envoy.yaml").write_text(str(sorted(values.items())), encoding="utf-8")
        return out / "envoy.yaml"

    def stack(self, **settings: str) -> Stack:
        stack = fakes.stack(self.folder, **settings)
        for part in assembly.ALL:
            for name in part.ports:
                stack.ports.settle(name, held=True)
        stack.ports.save()
        return stack

    def started(self, part: Part, stack: Stack) -> dict[str, str]:
        """Starts something in the part's place, with the part's marks."""
        marks = freshness.marks(stack, part)
        sleep = [sys.executable, "-c", "import time; print(1, flush=True); time.sleep(600)"]
        own = {process.HOME_MARK: str(stack.home.root), process.PART_MARK: part.name}
        child = subprocess.Popen(sleep, env={**os.environ, **own, **marks}, stdout=subprocess.PIPE)
        self.addCleanup(child.communicate)
        self.addCleanup(child.kill)
        child.stdout.readline()
        return marks

    def test_a_service_is_outdated_by_its_own_settings_and_by_its_build(self):
        triage = services.part("triage-worker")
        marks = self.started(triage, self.stack(GEMINI_API_KEY="secret key"))
        self.assertNotIn("secret key", str(marks))
        self.assertEqual([], freshness.changes(self.stack(GEMINI_API_KEY="secret key", JWT_SECRET="x" * 32), triage))
        self.assertEqual(["settings"], freshness.changes(self.stack(GEMINI_API_KEY="other key"), triage))
        os.utime(self.jar, (1, 1))
        self.assertEqual(["build", "settings"], freshness.changes(self.stack(), triage))

    def test_what_the_machine_sets_outdates_nothing(self):
        parts = [services.part(name) for name in services.NAMES] + [gateway.GATEWAY]
        for part in parts:
            self.started(part, self.stack())
        with mock.patch.dict(os.environ, {"TERM": "dumb", "PATH": "/elsewhere", "LC_ALL": "C", "https_proxy": "http://proxy"}):
            self.assertEqual([[]] * 5, [freshness.changes(self.stack(), part) for part in parts])

    def test_the_gateway_is_outdated_by_what_it_was_rendered_from(self):
        self.started(gateway.GATEWAY, self.stack())
        self.assertEqual([], freshness.changes(self.stack(), gateway.GATEWAY))
        self.assertEqual(["configuration"], freshness.changes(self.stack(CLIENT_URL="https://app.test"), gateway.GATEWAY))
        self.description.write_text("two routes", encoding="utf-8")
        self.assertEqual(["configuration"], freshness.changes(self.stack(), gateway.GATEWAY))

    def test_what_does_not_run_is_not_outdated(self):
        self.assertEqual([], freshness.changes(self.stack(), services.part("auth-service")))
