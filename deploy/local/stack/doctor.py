"""`doctor`: what this machine lacks, and how to get it."""

from __future__ import annotations

import os
import platform
import shutil
import socket
import subprocess
import sys
from typing import Any, Callable, Sequence

from stack import broker, console, fetching, process, schemathesis, toolchain, tools
from stack.console import Failure
from stack.part import Stack
from stack.ports import is_free
from stack.up import gateway_port

_FREE_GIB = 4
_MEMORY_GIB = 3
_OLDEST_GLIBC = (2, 31)


class Missing(Exception):
    """What is wrong, with the way out."""


def doctor(stack: Stack) -> int:
    """Checks everything that `up` counts on; 0 if nothing is missing."""
    checks: dict[str, Callable[[], str]] = {
        "system": _system,
        "Python": _python,
        "JDK 25": lambda: str(toolchain.jdk_home()),
        "Maven": _maven,
        "disk": lambda: _disk(stack),
        "memory": _memory,
        "loopback": _loopback,
        "gateway port": lambda: _port(stack),
        "local tools": _tools,
        "mongod": _mongod,
        "Kafka broker": lambda: str(broker.jars()) if broker.are_fetched() else "not fetched yet; ./ticketing up does it",
    }
    missing = 0
    for name, check in checks.items():
        try:
            console.say(f"  {console.green('✓')} {name:<14}{check()}")
        except (Missing, Failure) as wrong:
            missing += 1
            console.say(f"  {console.red('✗')} {name:<14}{wrong}")
            if isinstance(wrong, Failure) and wrong.advice:
                console.say(f"    {'':<14}→ {wrong.advice}")
    console.say("\n  Nothing is missing: ./ticketing up" if not missing else f"\n  Missing: {missing}")
    return 1 if missing else 0


def _system() -> str:
    system, machine = platform.system(), platform.machine()
    supported = {("Linux", "x86_64"), ("Linux", "aarch64"), ("Darwin", "arm64")}
    if (system, machine) not in supported and not (tools.on_path("mongod") and tools.on_path("envoy")):
        raise Missing(f"{system} {machine}: no pinned mongod and Envoy; put both on PATH, or use Docker.")
    library, version = platform.libc_ver()
    if system == "Linux" and (library != "glibc" or tuple(map(int, version.split(".")[:2])) < _OLDEST_GLIBC):
        raise Missing(f"{library or 'not glibc'} {version}: the pinned programs need glibc 2.31 or newer.")
    return f"{system} {machine} {library} {version}".rstrip()


def _python() -> str:
    tools.require_pip()
    too_old = sys.version_info[:2] < schemathesis.OLDEST_PYTHON
    reservation = f"; ./ticketing test needs {'.'.join(map(str, schemathesis.OLDEST_PYTHON))}" if too_old else ""
    return f"{platform.python_version()} with pip ({sys.executable}){reservation}"


def _maven() -> str:
    maven = toolchain.maven()
    try:
        environment = toolchain.maven_environment()
    except Failure:  # without a JDK, which has a check of its own, Maven cannot even tell its version
        return maven
    shown = _told_by([maven, "-v"], env=environment)
    return next((line for line in shown if "Apache Maven" in line), "unknown version").replace("\033[1m", "").replace("\033[m", "")


def _disk(stack: Stack) -> str:
    place = next(parent for parent in (stack.home.root, *stack.home.root.parents) if parent.exists())
    free = shutil.disk_usage(place).free / 2**30
    if free < _FREE_GIB:
        raise Missing(f"{free:.1f} GiB free under {place}; {_FREE_GIB} GiB are needed.")
    return f"{free:.0f} GiB free"


def _memory() -> str:
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    if total < _MEMORY_GIB:
        raise Missing(f"{total:.1f} GiB; the stack takes about 2.5 GiB, so {_MEMORY_GIB} GiB are needed.")
    return f"{total:.0f} GiB"


def _loopback() -> str:
    try:
        address = socket.gethostbyname("localhost")
    except OSError as unknown:
        raise Missing(f"localhost has no address ({unknown.strerror}); it has to be 127.0.0.1 (/etc/hosts).") from unknown
    if address != "127.0.0.1":
        raise Missing(f"localhost is {address}; it has to be 127.0.0.1 (/etc/hosts).")
    return f"localhost is {address}"


def _port(stack: Stack) -> str:
    port = gateway_port(stack)
    if process.running_pid(stack.home, "gateway"):
        return f"{stack.ports['gateway']}, where this stack's gateway listens"
    if port and not is_free(port):
        raise Missing(f"{port} is taken by another program: stop it, or PORT={port + 1} ./ticketing up")
    return f"{port} is free" if port else "any free one"


def _tools() -> str:
    if tools.are_fetched():
        return str(tools.libraries())
    return f"not fetched yet; ./ticketing up does it (into {fetching.cache()})"


def _mongod() -> str:
    if not tools.on_path("mongod") and not tools.are_fetched():
        return "not fetched yet; ./ticketing up does it"
    hint = " (Debian and Ubuntu: apt install libcurl4 liblzma5)"
    return _told_by([str(tools.program("mongod")), "--version"], hint)[0]


def _told_by(command: Sequence[str], hint: str = "", **options: Any) -> list[str]:
    """The lines that a program prints."""
    try:
        shown = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    except OSError as refused:
        raise Missing(f"{command[0]} does not run: {refused.strerror}{hint}") from refused
    if shown.returncode != 0:
        raise Missing(f"{command[0]} does not run: {shown.stderr.strip()}{hint}")
    return shown.stdout.splitlines()
