"""`test`: every test of the repository in one go, quiet but for failures, with the total as the last line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path
from typing import Sequence

from stack import assembly, build, console, fuzzing, process, reports, settings, supplies, toolchain
from stack.home import REPOSITORY
from stack.interrupt import run_child
from stack.reports import FailedTest, Outcome
from stack.tally import Tally

_RUN_MARK = "TICKETING_TEST_RUN"
_ALL = frozenset({*assembly.NAMES, supplies.SIGN_IN, supplies.API_TESTS})
_LOG = REPOSITORY / "target" / "test.log"


def run_tests(maven_arguments: Sequence[str]) -> int:
    """Runs the launcher's own tests, `mvn verify` and, if that has no arguments to narrow it, tries the API.

    :return: 0 if all passed, 1 if not, or if there was nothing to run
    """
    return _run(maven_arguments, _ALL, maven_alone=False)


def run_maven_tests(maven_arguments: Sequence[str]) -> int:
    """Runs `mvn verify` with these arguments and nothing else.

    :return: 0 if all passed, 1 if not, or if there was nothing to run
    """
    return _run(maven_arguments, frozenset(assembly.NAMES), maven_alone=True)


def _run(maven_arguments: Sequence[str], needed: frozenset[str], maven_alone: bool) -> int:
    supplies.check(needed)
    tally = Tally()
    run = uuid.uuid4().hex
    _LOG.parent.mkdir(exist_ok=True)
    _LOG.write_bytes(b"")
    outcome = Outcome()
    complaint = ""
    try:
        supplies.fetch(needed)
        for folder in () if maven_alone else sorted((REPOSITORY / "deploy").glob("*/tests")):
            outcome.add(_python_tests(folder, run, tally))
        complaint = _maven(maven_arguments, run, outcome, tally)
        if not (maven_arguments or complaint):
            outcome.add(_try_api(run, tally))
    finally:
        console.set_live("")
        # What the tests have left running: every process that this run has started carries its mark.
        process.end_all({_RUN_MARK: run}, grace_seconds=5.0)
    for failure in outcome.failures:
        console.say(f"{console.red('✗')} {console.bold(failure.name)}")
        console.say("    " + failure.reason.replace("\n", "\n    "))
    if complaint:
        console.say(complaint)
    if outcome.failures or complaint:
        console.say(f"The whole log: {_LOG.relative_to(REPOSITORY)}")
    if console.is_terminal():
        console.say(console.faint(f"{tally.seconds():.0f} s"))
    console.say(outcome.total())
    return 1 if outcome.failures or complaint or not outcome.passed else 0


def _python_tests(folder: Path, run: str, tally: Tally) -> Outcome:
    name = str(folder.relative_to(REPOSITORY))
    tally.begin(name)
    with tempfile.TemporaryDirectory() as place, open(_LOG, "ab") as log:
        result = Path(place) / "result.json"
        run_child(
            [sys.executable, "-m", "stack.selftest", str(folder), str(result)], tally.show,
            env={**_environment(run), "PYTHONPATH": str(Path(__file__).resolve().parents[1])},
            cwd=folder.parent, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
        if not result.exists():
            return Outcome(failures=[FailedTest(name, "the tests did not run to their end; see the log")])
        found = json.loads(result.read_text(encoding="utf-8"))
    failures = [FailedTest(f"{name}: {test}", trace.strip()) for test, trace in found["failures"]]
    tally.add(found["passed"] + len(failures), len(failures))
    return Outcome(found["passed"], found["skipped"], failures)


def _maven(arguments: Sequence[str], run: str, outcome: Outcome, tally: Tally) -> str:
    """Runs `mvn verify`, adds what its reports say, and answers what else is to be said about a failure."""
    reports.remove()
    # Tests mostly wait, so two modules at once take little longer than one.
    command = [toolchain.maven(), "-B", "-ntp", "-fae", "-T", "2", "verify", *arguments]
    environment = {**_environment(run), "JAVA_HOME": str(toolchain.jdk_home())}
    with open(_LOG, "ab") as log, open(_LOG, encoding="utf-8", errors="replace") as written:
        written.seek(0, os.SEEK_END)
        child_code = run_child(
            command, lambda: tally.read_on(written),
            cwd=REPOSITORY, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
    found = reports.read(reports.files())
    outcome.add(found)
    if child_code != 0 and not found.failures:
        return "Maven failed, though no test did:\n" + build.errors_of(_LOG)
    untested = build.skipped_of(_LOG)
    if untested:
        return f"Not tested, since what it needs failed: {', '.join(untested)}."
    if not (arguments or found.passed or found.failures):
        return "Maven ran no test."
    return ""


def _try_api(run: str, tally: Tally) -> Outcome:
    tally.begin("the API against its description")
    found = fuzzing.try_api(fuzzing.Run(_environment(run), _LOG, tally.show))
    tally.add(found.passed + found.failed, found.failed)
    return found


def _environment(run: str) -> dict[str, str]:
    """The caller's environment without anybody's settings: tests mean the same on every machine."""
    clean = settings.without_settings(os.environ)
    clean.pop(process.HOME_MARK, None)
    return {**clean, "TICKETING_ENV_FILE": os.devnull, build.NO_BUILD: "1", _RUN_MARK: run}
