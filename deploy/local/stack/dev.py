"""`dev <service>`: one service in Quarkus dev mode, in its place in the running stack."""

from __future__ import annotations

import subprocess

from stack import console, devmaven, process, services, toolchain
from stack.home import REPOSITORY, write_atomically
from stack.interrupt import CHILDREN, pause
from stack.part import Stack
from stack.up import stop_parts, up


def dev(stack: Stack, service: str) -> int:
    """Brings the stack up, then runs the service from its sources in its own place until Ctrl-C.

    The packaged service comes up first, too: the gateway shows the description that its build makes.
    """
    maven = devmaven.maven()
    up(stack)
    with stack.home.locked():
        stop_parts(stack, [services.part(service)])
    console.say(f"\n  {service} runs from its sources on port {stack.ports[service]}, and the gateway leads to it.")
    console.say("  A change takes effect with the next request. Ctrl-C ends it; ./ticketing up starts the packaged one again.\n")
    command = [maven, "-B", "-ntp", "-pl", service, "-am", "-DskipTests", "-Ddebug=false", "compile", "quarkus:dev"]
    marks = {process.HOME_MARK: str(stack.home.root), process.PART_MARK: service, **process.DEV_MARK}
    environment = {**toolchain.maven_environment(), **services.environment_of(service, stack), **marks}
    child = CHILDREN.start(command, cwd=REPOSITORY, env=environment, stdin=subprocess.DEVNULL)
    write_atomically(stack.home.pid_file(service), f"{child.pid}\n")
    while child.poll() is None:
        pause(0.2)
    CHILDREN.release(child)
    return child.returncode
