"""The doctor names what is wrong; it does not die of it."""

from __future__ import annotations

import contextlib
import io
import os
import socket
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from stack import doctor, schemathesis, toolchain, tools
from tests import fakes


class DoctorTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def program(self, name: str, text: str) -> Path:
        """A file that may be executed, whether it can be or not."""
        file = self.folder / "bin" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        file.chmod(0o755)
        return file

    def findings(self, **environment: str) -> dict[str, str]:
        """What the doctor says, by the name of the check; what follows an arrow belongs to the line above."""
        places = {"PATH": str(self.folder / "bin"), "XDG_CACHE_HOME": str(self.folder)}
        with mock.patch.dict(os.environ, places), contextlib.redirect_stdout(io.StringIO()) as said:
            code = doctor.doctor(fakes.stack(self.folder / "home", **environment))
        self.assertEqual(1, code)
        lines = [line[2:] for line in said.getvalue().splitlines() if line[2:3] in ("✓", "✗")]
        return {line[2:16].strip(): line[0] + " " + line[16:] for line in lines}

    def test_a_port_that_is_none_is_named(self):
        self.assertIn("✗ PORT is 'abc'", self.findings(PORT="abc")["gateway port"])

    def test_a_localhost_without_an_address_is_named(self):
        with mock.patch.object(socket, "gethostbyname", side_effect=socket.gaierror(-2, "Name or service not known")):
            self.assertIn("✗ localhost has no address (Name or service not known)", self.findings()["loopback"])

    def test_a_mongod_on_path_that_cannot_be_executed_is_passed_over(self):
        mongod = self.program("mongod", "no program")
        self.assertEqual(0, tools.mongod_major(str(mongod)))
        self.assertIn("✓ not fetched yet", self.findings()["mongod"])

    def test_a_fetched_mongod_that_cannot_be_executed_is_named(self):
        mongod = self.folder / "fiftyone/db/bin/mongod"
        mongod.parent.mkdir(parents=True)
        mongod.write_text("no program", encoding="utf-8")
        with mock.patch.multiple(tools, are_fetched=lambda: True, libraries=lambda: self.folder):
            self.assertRegex(self.findings()["mongod"], f"✗ {mongod} does not run: .+libcurl4")

    def test_a_python_that_does_for_all_but_the_tests_is_said_to(self):
        with mock.patch.object(schemathesis, "OLDEST_PYTHON", (99, 1)):
            self.assertRegex(self.findings()["Python"], "✓ .*; ./ticketing test needs 99.1$")
        self.assertNotIn("needs", self.findings()["Python"])

    def test_a_missing_jdk_is_told_by_its_own_check_alone(self):
        maven = self.program("mvn", "#!/bin/sh\necho JAVA_HOME is not defined correctly >&2; exit 1\n")
        with mock.patch.object(toolchain, "_candidates", lambda: iter(())):
            findings = self.findings()
        self.assertIn("✗ There is no JDK 25", findings["JDK 25"])
        self.assertEqual(f"✓ {maven}", findings["Maven"])

    def test_a_maven_that_does_not_run_is_named(self):
        self.program("mvn", "#!/bin/sh\necho broken >&2; exit 1\n")
        with mock.patch.object(toolchain, "jdk_home", lambda: self.folder):
            self.assertIn("does not run: broken", self.findings()["Maven"])
