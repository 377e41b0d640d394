"""`up` and `down`: brings a stack to its feet, starting only what does not run, and stops only what was started here."""

from __future__ import annotations

import time
from typing import Sequence

from stack import assembly, build, console, freshness, gateway, process, services, supplies
from stack.console import Failure
from stack.home import write_atomically
from stack.interrupt import CHILDREN
from stack.part import Part, Stack
from stack.ports import becomes_free
from stack.starting import start_all, together

_DEFAULT_PORT = 3000


def up(stack: Stack, names: Sequence[str] = ()) -> None:
    """Starts what of the stack does not run (of the parts with these names, if there are any), and waits for health."""
    started = time.monotonic()
    with stack.home.locked():
        stack.ports.read()
        wanted = [part for part in assembly.own(stack) if not names or part.name in names]
        supplies.check({part.name for part in wanted})
        _settle_gateway_port(stack, wanted)
        supplies.fetch({part.name for part in wanted if process.running_pid(stack.home, part.name) is None})
        not_in_dev = [part for part in wanted if not process.runs_in_dev(stack.home, part.name)]
        _build(stack, not_in_dev)
        _settle_ports(stack)
        stack.ports.save()
        write_atomically(stack.home.stack_env, "".join(f"{k}={v}\n" for k, v in assembly.addresses(stack).items()))
        _stop_outdated(stack, not_in_dev)
        count = 0
        for group in (assembly.INFRASTRUCTURE, assembly.APPLICATION):
            count += start_all(stack, [part for part in group if part in wanted])
        CHILDREN.release_all()
    if not count:
        console.say("Everything runs already.")
    else:
        parts = "1 part" if count == 1 else f"{count} parts"
        console.say(f"  {parts} started in {time.monotonic() - started:.1f} s")


def down(stack: Stack) -> int:
    """Stops every part of this stack: first what serves, then what that rests on. Answers how many ran."""
    with stack.home.locked():
        stopped = stop_parts(stack, assembly.ALL)
        stack.home.stack_env.unlink(missing_ok=True)
    return stopped


def stop_parts(stack: Stack, parts: Sequence[Part]) -> int:
    """Stops these parts, in the order of `down`."""
    stopped: list[str] = []
    ending: set[str] = set()
    names = {part.name for part in parts}

    def stop(part: Part) -> None:
        ending.add(part.name)
        if process.stop(stack.home, part.name, part.stop_seconds):
            stopped.append(part.name)
        ending.discard(part.name)

    with console.waiting("stopping", lambda: ", ".join(sorted(ending))):
        for group in (assembly.APPLICATION, assembly.INFRASTRUCTURE):
            together({part.name: lambda part=part: stop(part) for part in group if part.name in names})
    return len(stopped)


def gateway_port(stack: Stack) -> int:
    """Where the gateway has to listen: on what PORT names, else where it did before; 0 stands for any free port."""
    asked = stack.settings.get("PORT")
    if asked and not (asked.isdecimal() and int(asked) <= 65535):
        raise Failure(f"PORT is {asked!r}; it has to be a number from 1 to 65535, or 0 for any free port.")
    return int(asked) if asked else stack.ports.get("gateway") or _DEFAULT_PORT


def _settle_gateway_port(stack: Stack, wanted: Sequence[Part]) -> None:
    """Finds out before the long work whether the gateway's port can be had."""
    running = process.running_pid(stack.home, "gateway") is not None
    port = gateway_port(stack)
    if port == 0:
        stack.ports.settle("gateway", held=running)
        return
    if running and port != stack.ports.get("gateway"):
        stop_parts(stack, [gateway.GATEWAY])
        running = False
    if gateway.GATEWAY in wanted and not running and not becomes_free(port):
        raise Failure(
            f"Port {port} is taken by another program, and the gateway needs it.",
            advice=f"Stop that program, or name another port: PORT={port + 1} ./ticketing up (PORT=0 takes any free one).",
        )
    stack.ports.settle("gateway", held=running, wanted=port)


def _settle_ports(stack: Stack) -> None:
    """Gives every part its ports. One that another program took meanwhile moves, and then all have to be told."""
    moved = []
    in_dev = [part for part in assembly.ALL if process.runs_in_dev(stack.home, part.name)]
    for part in assembly.ALL:
        running = process.running_pid(stack.home, part.name) is not None
        for name in part.ports:
            if name != "gateway" and stack.ports.settle(name, held=running):
                moved.append(part.name)
    if moved and (stop_parts(stack, [part for part in assembly.ALL if part not in in_dev]) or in_dev):
        console.warn(f"The port of {', '.join(moved)} was taken by another program; the stack moves to another one.")
        for part in in_dev:
            console.warn(f"{part.name} knows the old one: end its ./ticketing dev and call it again.")


def _build(stack: Stack, wanted: Sequence[Part]) -> None:
    names = [part.name for part in wanted if part.name in services.NAMES]
    stale = build.stale(names)
    if stale:
        build.build(stack.home, stale)


def _stop_outdated(stack: Stack, parts: Sequence[Part]) -> None:
    """Stops those of these parts that would be started otherwise now, and says why."""
    changes = {part: freshness.changes(stack, part) for part in parts}
    outdated = [part for part in parts if changes[part]]
    if outdated:
        why = (f"{part.name} (new {' and '.join(changes[part])})" for part in outdated)
        console.say("  Outdated, so started anew: " + ", ".join(why))
        stop_parts(stack, outdated)
        for part in outdated:
            for name in part.ports:
                becomes_free(stack.ports[name])  # a process that has just ended closes its sockets last
