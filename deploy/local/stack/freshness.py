"""Whether a part still is what would be started now.

What a part is started with goes into its environment as hashes. So they are always those of this very process, and the
values themselves, secrets among them, are kept nowhere.
"""

from __future__ import annotations

import hashlib

from stack import process
from stack.part import Part, Stack


def marks(stack: Stack, part: Part) -> dict[str, str]:
    """What the part is to be started with, for its environment."""
    return {_mark(word): _hash(text) for word, text in part.traits(stack).items()}


def changes(stack: Stack, part: Part) -> list[str]:
    """What has changed since the part was started: words such as "settings"; none if it does not run."""
    pid = process.running_pid(stack.home, part.name)
    if pid is None:
        return []
    traits = part.traits(stack)
    return [word for word, text in traits.items() if not process.carries_marks(pid, {_mark(word): _hash(text)})]


def _mark(word: str) -> str:
    return f"TICKETING_{word.upper()}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
