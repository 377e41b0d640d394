"""Log lines for people: what the parts write as JSON, shortened to when, how bad, and what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from stack import process

_WIDTH = 300
_LEVELS = {"I": "INFO", "W": "WARN", "E": "ERROR", "F": "FATAL"}


def last(file: Path, count: int, since: int = 0) -> str:
    """The last lines of a log, of what was written after byte `since`, each in one short line."""
    return "\n".join(map(readable, process.last_lines(file, count, since).splitlines()))


def readable(line: str) -> str:
    """A line of Quarkus, mongod or the inbox without its JSON; any other as it is; none longer than a few lines."""
    if line.startswith("{"):
        try:
            line = _told(json.loads(line))
        except ValueError:
            pass
    return line if len(line) <= _WIDTH else line[:_WIDTH] + " …"


def _told(entry: dict[str, Any]) -> str:
    when = entry.get("timestamp") or entry.get("t", {}).get("$date", "")
    level = str(entry.get("level") or _LEVELS.get(entry.get("s", ""), "")).upper()
    what = entry.get("message") or entry.get("event") or entry.get("msg") or json.dumps(entry)
    details = entry.get("attr") or {}
    told = f"{when[:23]} {level:<5} {what}"
    if "error" in details:
        told += f": {details['error']}"
    return told + _cause(entry.get("exception"))


def _cause(exception: Any) -> str:
    """The innermost cause says the most."""
    while isinstance(exception, dict) and isinstance(exception.get("causedBy"), dict):
        exception = exception["causedBy"].get("exception")
    if not isinstance(exception, dict):
        return ""
    return f" ({exception.get('exceptionType', '')}: {exception.get('message', '')})"
