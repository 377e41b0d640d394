import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from api_docs import DocsError, viewer


class FetchingTest(unittest.TestCase):
    """With an empty cache and a Maven of our own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.cache, self.programs = (Path(folder.name) / name for name in ("cache", "bin"))
        self.programs.mkdir()
        environment = mock.patch.dict(os.environ, {"XDG_CACHE_HOME": str(self.cache), "PATH": str(self.programs)})
        environment.start()
        self.addCleanup(environment.stop)

    def test_files_that_were_exchanged_on_the_way_are_refused(self):
        self.maven("/bin/mkdir target; echo other > target/swagger-ui.jar")
        self.assert_refused("not the one pinned")

    def test_mavens_own_words_are_told(self):
        self.maven("echo 'no such artifact'; exit 1")
        self.assert_refused("no such artifact")

    def test_a_missing_maven_is_told(self):
        self.assert_refused("Maven .* is not on the PATH")

    def maven(self, script: str) -> None:
        program = self.programs / "mvn"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    def assert_refused(self, why: str) -> None:
        with self.assertRaisesRegex(DocsError, why):
            viewer()
        self.assertEqual([], list((self.cache / "ticketing").iterdir()))
