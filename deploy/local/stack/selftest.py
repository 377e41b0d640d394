"""Runs the Python tests below a folder and writes their outcome to a file, as JSON.

As a program of its own (`python -m stack.selftest FOLDER RESULT`), so that tests may set signal handlers, and an
interrupt ends them like any other child.
"""

from __future__ import annotations

import json
import sys
import unittest
from pathlib import Path


class _Recording(unittest.TextTestResult):
    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.passed = 0

    def addSuccess(self, test: unittest.TestCase) -> None:  # noqa: N802 (unittest's name)
        super().addSuccess(test)
        self.passed += 1


def main(folder: str, result_file: str) -> None:
    """Runs what `unittest` discovers; the tests of a folder import from the one above it."""
    above = str(Path(folder).parent)
    tests = unittest.TestLoader().discover(folder, top_level_dir=above)
    result = unittest.TextTestRunner(verbosity=2, resultclass=_Recording).run(tests)
    assert isinstance(result, _Recording)
    failures = [(str(test), trace) for test, trace in [*result.failures, *result.errors]]
    failures += [(str(test), "passed, though it was expected to fail") for test in result.unexpectedSuccesses]
    outcome = {
        "passed": result.passed + len(result.expectedFailures),
        "skipped": len(result.skipped),
        "failures": failures,
    }
    Path(result_file).write_text(json.dumps(outcome), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
