"""Downloads are whole or absent; the right JDK is found; a build is stale when its sources are newer."""

from __future__ import annotations

import os
import tempfile
import threading
import unittest
from pathlib import Path
from unittest import mock

from stack import build, fetching, services, toolchain
from stack.console import Failure
from tests import fakes


class InFolderTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()

    def write(self, name: str, text: str = "", at: float | None = None) -> Path:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        if at is not None:
            os.utime(file, (at, at))
        return file


class FetchingTest(InFolderTest):
    def setUp(self) -> None:
        super().setUp()
        patch = mock.patch.dict(os.environ, {"XDG_CACHE_HOME": str(self.folder)})
        patch.start()
        self.addCleanup(patch.stop)

    def test_a_download_that_fails_leaves_nothing(self):
        def half(target: Path) -> None:
            (target / "half").touch()
            raise Failure("the line is dead")

        with self.assertRaises(Failure):
            fetching.fetched("tool", half)
        self.assertEqual(["tool.lock"], sorted(os.listdir(fetching.cache())))

    def test_many_at_once_fetch_once(self):
        calls = []
        barrier = threading.Barrier(4)

        def get() -> None:
            barrier.wait()
            fetching.fetched("tool", lambda target: calls.append(target))

        threads = [threading.Thread(target=get) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(1, len(calls))
        self.assertTrue((fetching.cache() / "tool").is_dir())


class JdkTest(InFolderTest):
    def jdk(self, name: str, version: str, compiler: bool = True) -> Path:
        self.write(f"{name}/release", f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\n')
        self.write(f"{name}/bin/{'javac' if compiler else 'java'}")
        return self.folder / name

    def found(self, **places: str) -> Path:
        with mock.patch.dict(os.environ, {"PATH": "", **places}, clear=True), mock.patch.object(
            toolchain, "_USUAL_PLACES", (f"{self.folder}/usual-*",)
        ):
            return toolchain.jdk_home()

    def test_java_home_comes_first(self):
        self.jdk("usual-25", "25.0.1")
        named = self.jdk("named", "25")
        self.assertEqual(named, self.found(JAVA_HOME=str(named)))

    def test_a_wrong_version_or_a_runtime_without_compiler_is_passed_over(self):
        self.jdk("usual-250", "25.0.2", compiler=False)
        right = self.jdk("usual-25", "25.0.1")
        self.assertEqual(right, self.found(JAVA_HOME=str(self.jdk("old", "17.0.15"))))

    def test_without_one_the_message_says_what_to_do(self):
        with self.assertRaises(Failure) as raised:
            self.found()
        self.assertIn("JAVA_HOME", raised.exception.advice)


class StaleTest(InFolderTest):
    def setUp(self) -> None:
        super().setUp()
        for module in (build, services):
            patch = mock.patch.object(module, "REPOSITORY", self.folder)
            patch.start()
            self.addCleanup(patch.stop)
        for service in ("auth-service", "ticket-service"):
            self.write(f"{service}/pom.xml")
            self.write(f"{service}/src/main/java/A.java")
        self.write("platform/web/src/main/java/B.java")
        self.write("pom.xml")
        for folder, _, files in os.walk(self.folder):
            for place in (folder, *(os.path.join(folder, name) for name in files)):
                os.utime(place, (100, 100))
        for service in ("auth-service", "ticket-service"):
            self.write(f"{service}/target/quarkus-app/quarkus-run.jar", at=200)

    def stale(self) -> list[str]:
        return build.stale(["auth-service", "ticket-service"])

    def test_nothing_is_built_twice(self):
        self.assertEqual([], self.stale())

    def test_a_newer_source_makes_its_own_service_stale(self):
        self.write("auth-service/src/main/java/A.java", at=300)
        self.assertEqual(["auth-service"], self.stale())

    def test_a_removed_source_makes_its_service_stale(self):
        (self.folder / "ticket-service/src/main/java/A.java").unlink()
        self.assertEqual(["ticket-service"], self.stale())

    def test_what_services_share_makes_all_stale(self):
        self.write("platform/web/src/main/java/B.java", at=300)
        self.assertEqual(["auth-service", "ticket-service"], self.stale())

    def test_tests_and_outputs_make_nothing_stale(self):
        self.write("auth-service/src/test/java/ATest.java", at=300)
        self.write("platform/web/target/classes/B.class", at=300)
        self.assertEqual([], self.stale())

    def test_where_nothing_may_be_built_what_is_stale_is_named_and_not_passed_over(self):
        self.write("auth-service/src/main/java/A.java", at=300)
        with mock.patch.dict(os.environ, {build.NO_BUILD: "1"}):
            stale = self.stale()
            self.assertEqual(["auth-service"], stale)
            with self.assertRaises(Failure) as raised:
                build.build(fakes.stack(self.folder / "home").home, stale)
        self.assertIn("auth-service", raised.exception.what)
        self.assertIn("-pl e2e -am", raised.exception.advice)

    def test_modules_that_maven_has_not_come_to_are_named(self):
        log = self.folder / "test.log"
        log.write_text(
            "[INFO] Triage worker ...................................... FAILURE [01:23 min]\n"
            "[INFO] End-to-end client .................................. SUCCESS [  8.1 s]\n"
            "[INFO] End-to-end ......................................... SKIPPED\n"
            "[INFO] BUILD FAILURE\n",
            encoding="utf-8",
        )
        self.assertEqual(["End-to-end"], build.skipped_of(log))

    def test_a_missing_jar_is_stale(self):
        (self.folder / "auth-service/target/quarkus-app/quarkus-run.jar").unlink()
        self.assertEqual(["auth-service"], self.stale())
