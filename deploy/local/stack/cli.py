"""The command line of ./ticketing."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Sequence

from stack import assembly, broker, console, google, nodejs, toolchain, tools, up, watching
from stack.console import Failure, bold
from stack.interrupt import Interrupted, interruptible
from stack.part import Stack
from stack.services import NAMES as SERVICES

_TOOLS = {
    "mongod": lambda: tools.program("mongod"),
    "envoy": lambda: tools.program("envoy"),
    "java": toolchain.java,
    "kafka": broker.jars,
    "node": nodejs.node,
    "oidc-provider": nodejs.provider_modules,
}


def main(arguments: Sequence[str]) -> int:
    """Runs one command and answers its exit code; 130 after an interrupt."""
    # Whatever follows `test` is for Maven or for `test chaos`, options included; argparse would take them for its own.
    is_passed_on = arguments[:1] == ["test"] and (arguments[1:2] == ["chaos"] or not _asks_help(arguments))
    own, of_tests = (arguments[:1], arguments[1:]) if is_passed_on else (arguments, [])
    options = _parser().parse_args(own)
    try:
        return interruptible(lambda: _run(options, of_tests))
    except Failure as failure:
        console.show_failure(failure)
        return 1
    except Interrupted:
        return 130
    except BrokenPipeError:  # whoever read has had enough, as in `./ticketing logs | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _asks_help(arguments: Sequence[str]) -> bool:
    return any(argument in ("-h", "--help") for argument in arguments)


def _run(options: argparse.Namespace, of_tests: Sequence[str]) -> int:
    # Commands are imported where they are run: `status` should not wait for what only `demo` needs.
    if options.command == "test":
        from stack import chaos, suite

        return chaos.run(of_tests[1:]) if of_tests[:1] == [chaos.NAME] else suite.run_tests(of_tests)
    if options.command == "tool":
        print(_TOOLS[options.name]())
        return 0
    stack = assembly.of_caller()
    if options.command == "up":
        return _up(stack, options.part)
    if options.command == "down":
        stopped = up.down(stack)
        console.say(f"Stopped ({stopped} of {len(assembly.ALL)} parts ran); data and logs stay under {stack.home.root}" if stopped else "Nothing runs.")
        return 0
    if options.command == "status":
        return watching.status(stack)
    if options.command == "logs":
        return watching.logs(stack, options.part, options.follow)
    if options.command == "doctor":
        from stack.doctor import doctor

        return doctor(stack)
    if options.command == "dev":
        from stack.dev import dev

        return dev(stack, options.service)
    from stack.demo import demo

    return demo(stack)


def _up(stack: Stack, parts: Sequence[str]) -> int:
    up.up(stack, parts)
    if parts:
        return 0
    addresses = assembly.addresses(stack)
    gateway, inbox = addresses["GATEWAY_URL"], addresses["INBOX_URL"]
    console.say()
    console.say(f"  {bold('API')}     {gateway}/api/v1")
    console.say(f"  {bold('docs')}    {gateway}/docs")
    console.say(f"  {bold('inbox')}   {inbox or 'mails go to the relay that MAILTRAP_SMTP_HOST names'}")
    if google.is_set_up(stack):
        console.say(f"  {bold('Google')}  {gateway}/api/v1{google.PATH}, in a browser; asks {google.issuer(stack)}")
    if stack.settings.get("ADMIN_EMAIL"):
        how = "ADMIN_PASSWORD" if stack.settings.get("ADMIN_PASSWORD") else "Google"
        console.say(f"  {bold('admin')}   {stack.settings.get('ADMIN_EMAIL')} with {how}, if there was no admin before")
    if stack.settings.get("ONBOARDING_ROLE_POLICY", "open") == "open":
        console.warn(
            "Whoever onboards as moderator or admin is one at once (ONBOARDING_ROLE_POLICY=open). "
            "That is for this machine; production uses approval."
        )
    console.say(
        "\n  Next: ./ticketing demo (the main job, told step by step) · ./ticketing status · ./ticketing logs · ./ticketing down"
    )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ticketing",
        description="Runs the whole ticketing system on this machine, without Docker and without keys.",
        epilog="TICKETING_HOME (default .ticketing) and PORT (default 3000, 0 for any) let several stacks run side by side.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    start = commands.add_parser("up", help="fetch, build and start what does not run yet")
    start.add_argument("part", nargs="*", choices=[[], *assembly.NAMES], metavar="part", help="only these parts")
    commands.add_parser("demo", help="up, then the main job told step by step")
    commands.add_parser(
        "test",
        help="run every test; the last line is the total. What follows is Maven's, such as -pl ticket-service -am; "
        "`test chaos` plays the chaos test in its full size (--seed N, --tickets N, --kills N, --engine E)",
    )
    commands.add_parser("down", help="stop what up has started")
    commands.add_parser("status", help="parts with state, pid, port and memory; addresses")
    logs = commands.add_parser("logs", help="the last lines of one log, or of each; -f goes on with what comes")
    logged = (*assembly.NAMES, "build")
    logs.add_argument("part", nargs="?", choices=logged, metavar="part", help=", ".join(logged))
    logs.add_argument("-f", "--follow", action="store_true", help="then follow what is written, until Ctrl-C")
    commands.add_parser("doctor", help="what this machine lacks, and how to get it")
    dev = commands.add_parser("dev", help="one service in Quarkus dev mode inside the running stack")
    dev.add_argument("service", choices=SERVICES, metavar="service", help=", ".join(SERVICES))
    tool = commands.add_parser("tool", help="the path of a local tool, fetched if need be: " + ", ".join(_TOOLS))
    tool.add_argument("name", choices=tuple(_TOOLS), metavar="tool")
    return parser
