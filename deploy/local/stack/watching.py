"""`status` and `logs`: what runs, where, how much memory it takes, and what it says."""

from __future__ import annotations

from pathlib import Path

from stack import assembly, console, interrupt, loglines, process
from stack.console import bold, faint, green, red, yellow
from stack.part import Part, Stack

_LINES_OF_ONE = 60
_LINES_OF_EACH = 8


def status(stack: Stack) -> int:
    """Shows every part with state, pid, port and memory; 0 if all run, 3 if not."""
    own = assembly.own(stack)
    addresses = assembly.addresses_of(stack.home)
    console.say(bold(f"{'part':<22}{'state':<13}{'pid':>8}{'port':>8}{'memory':>12}"))
    total = 0.0
    down = 0
    for part in assembly.ALL:
        pid = process.running_pid(stack.home, part.name)
        memory = process.memory_mib(pid) if pid else 0.0
        total += memory
        if part not in own:
            state = yellow(f"{'elsewhere':<13}")
        elif pid is None:
            down += 1
            state = faint(f"{'stopped':<13}")
        else:
            state = green(f"{'ready':<13}") if _is_ready(stack, part) else red(f"{'not ready':<13}")
        port = stack.ports.get(part.ports[-1] if part.name == "inbox" else part.ports[0])
        shown = f"{memory:.0f} MiB" if pid else "-"
        console.say(f"{part.name:<22}{state}{pid or '-':>8}{port or '-':>8}{shown:>12}")
    console.say(f"{'':<51}{bold(f'{total:.0f} MiB'):>12}")
    if addresses:
        console.say()
        for name, address in addresses.items():
            console.say(f"  {name:<26}{address}")
    console.say(faint(f"\n  state, logs and addresses (stack.env) under {stack.home.root}"))
    return 3 if down else 0


def logs(stack: Stack, name: str | None, follow: bool) -> int:
    """Shows the last lines of one part's log, or of each; on request what comes after, until Ctrl-C."""
    files = [stack.home.log_file(name)] if name else sorted(stack.home.logs.glob("*.log"))
    for file in files:
        if not name:
            console.say(bold(f"== {file.stem} =="))
        console.say(loglines.last(file, _LINES_OF_ONE if name else _LINES_OF_EACH) or faint("(empty)"))
    if follow:
        _follow(files, named=name is None)
    return 0


def _is_ready(stack: Stack, part: Part) -> bool:
    try:
        return part.is_ready(stack)
    except OSError:
        return False


def _follow(files: list[Path], named: bool) -> None:
    offsets = {file: file.stat().st_size if file.exists() else 0 for file in files}
    while not interrupt.INTERRUPTED.is_set():
        for file, offset in offsets.items():
            size = file.stat().st_size if file.exists() else 0
            if size > offset:
                with open(file, "rb") as handle:
                    handle.seek(offset)
                    text = handle.read(size - offset).decode("utf-8", "replace")
                prefix = faint(f"{file.stem:<21}") if named else ""
                for line in text.splitlines():
                    console.say(prefix + loglines.readable(line))
            offsets[file] = size
        interrupt.INTERRUPTED.wait(0.2)
