"""`test chaos`: the chaos test of `e2e` in its full size, by a seed that is said and can be given."""

from __future__ import annotations

import argparse
import secrets
from typing import Sequence

from stack import console, suite
from stack.home import REPOSITORY

NAME = "chaos"
_SEEDS = 1_000_000_000
_TESTS = {"kafka": "ChaosOnKafkaTest", "inngest": "ChaosWithInngest"}
_FIGURES = REPOSITORY / "e2e" / "target" / "chaos.txt"


def run(arguments: Sequence[str]) -> int:
    """Plays the chaos, says its seed before and its figures after it.

    :return: 0 if everything held, 1 if not
    """
    options = parser().parse_args(arguments)
    seed = secrets.randbelow(_SEEDS) if options.seed is None else options.seed
    console.say(
        f"Chaos with seed {seed}, led by {options.engine}; "
        f"the same choices again: ./ticketing test {NAME} --seed {seed} --engine {options.engine}"
    )
    _FIGURES.unlink(missing_ok=True)
    code = suite.run_maven_tests(
        [
            "-pl", "e2e", "-am", f"-Dtest={_TESTS[options.engine]}", "-Dsurefire.failIfNoSpecifiedTests=false",
            f"-Dchaos.seed={seed}", f"-Dchaos.tickets={options.tickets}", f"-Dchaos.kills={options.kills}",
        ]
    )  # fmt: skip
    if _FIGURES.exists():
        console.say(_FIGURES.read_text(encoding="utf-8").strip())
    return code


def parser() -> argparse.ArgumentParser:
    """What may follow `test chaos`."""
    options = argparse.ArgumentParser(
        prog=f"ticketing test {NAME}",
        description="Opens tickets while a third of the model's answers is bad, services, broker and database are killed and started again; "
        "then every ticket has somebody and one mail, and no desk was ever too full.",
    )
    options.add_argument("--seed", type=_seed, help="of the random choices; any, if none is given")
    options.add_argument("--tickets", type=int, default=500, help="how many are opened (500)")
    options.add_argument("--kills", type=int, default=3, help="how often each service is killed (3)")
    options.add_argument("--engine", choices=sorted(_TESTS), default="kafka", help="what leads the triage of tickets (kafka)")
    return options


def _seed(text: str) -> int:
    seed = int(text)
    if not 0 <= seed < _SEEDS:
        raise ValueError
    return seed
