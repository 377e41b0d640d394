"""What the tests of a run have to say: counts, and every failure with its message and first lines."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterable, Iterator

from stack.home import REPOSITORY

_MESSAGE_LINES = 12
_STACK_LINES = 4
_FOLDERS = ("surefire-reports", "failsafe-reports")
_DEPTH = ("*/target", "*/*/target")


@dataclass(frozen=True)
class FailedTest:
    """A test that failed, and why."""

    name: str
    reason: str


@dataclass
class Outcome:
    """The sum of some test runs."""

    passed: int = 0
    skipped: int = 0
    failures: list[FailedTest] = field(default_factory=list)

    @property
    def failed(self) -> int:
        return len(self.failures)

    def add(self, other: Outcome) -> None:
        self.passed += other.passed
        self.skipped += other.skipped
        self.failures += other.failures

    def total(self) -> str:
        """The line that ends a run."""
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def files(repository: Path = REPOSITORY) -> Iterator[Path]:
    """The XML reports of all modules."""
    for depth in _DEPTH:
        for target in repository.glob(depth):
            for folder in _FOLDERS:
                yield from sorted((target / folder).glob("TEST-*.xml"))


def remove(repository: Path = REPOSITORY) -> None:
    """Removes the reports of earlier runs, so that none of them is counted as of this one."""
    for file in files(repository):
        file.unlink()


def read(reports: Iterable[Path]) -> Outcome:
    """The sum of these reports. One that cannot be read counts as a failure: its tests have died."""
    outcome = Outcome()
    for report in reports:
        try:
            suite = ElementTree.parse(report).getroot()
        except ElementTree.ParseError as broken:
            outcome.failures.append(FailedTest(report.stem, f"its report is broken: {broken}"))
            continue
        for case in suite.iter("testcase"):
            _count(case, outcome)
    return outcome


def _count(case: ElementTree.Element, outcome: Outcome) -> None:
    fault = case.find("failure")
    if fault is None:
        fault = case.find("error")
    if fault is not None:
        name = f"{case.get('classname', '')}.{case.get('name', '')}".strip(".")
        outcome.failures.append(FailedTest(name, _reason(fault)))
    elif case.find("skipped") is not None:
        outcome.skipped += 1
    else:
        outcome.passed += 1


def _reason(fault: ElementTree.Element) -> str:
    """The message, then the first lines of the stack that are of this project, else the first ones."""
    text = (fault.text or "").splitlines()
    stack = [line.strip() for line in text if line.lstrip().startswith("at ")]
    own = [line for line in stack if line.startswith("at io.ticketing")] or stack
    message = (fault.get("message") or "").strip() or next((line for line in text if line.strip()), fault.get("type", ""))
    return "\n".join(message.splitlines()[:_MESSAGE_LINES] + own[:_STACK_LINES])
