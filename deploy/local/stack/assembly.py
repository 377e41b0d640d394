"""Which parts this stack is made of, in the order in which they are started, and where each can be reached."""

from __future__ import annotations

from stack import broker, mongod, services
from stack.broker import KAFKA
from stack.gateway import GATEWAY
from stack.home import Home
from stack.inbox import INBOX
from stack.mongod import MONGOD
from stack.part import Part, Stack
from stack.ports import Ports
from stack.settings import Settings

INFRASTRUCTURE = (MONGOD, KAFKA, INBOX)
APPLICATION = (*(services.part(name) for name in services.NAMES), GATEWAY)
ALL = (*INFRASTRUCTURE, *APPLICATION)
NAMES = tuple(part.name for part in ALL)
# notification-service's own default.
_RELAY_PORT = "587"


def of_caller() -> Stack:
    """The stack that the caller's environment names."""
    home = Home.of_caller()
    ports = Ports(home)
    return Stack(home, Settings.of_caller(hidden=_made_here(ports)), ports)


def _made_here(ports: Ports) -> dict[str, str]:
    """The stack's own values of what a person may set too. Whoever has sourced stack.env has not wished for them."""
    makers = {"MONGO_URI": ("mongod", mongod.uri), "KAFKA_BOOTSTRAP_SERVERS": ("kafka", broker.bootstrap_servers)}
    return {name: made(ports[port]) for name, (port, made) in makers.items() if ports.get(port)}


def own(stack: Stack) -> tuple[Part, ...]:
    """The parts that run here: all but those that a person has elsewhere."""
    elsewhere = {
        "mongod": stack.settings.get("MONGO_URI"),
        "kafka": stack.settings.get("KAFKA_BOOTSTRAP_SERVERS"),
        "inbox": stack.settings.get("MAILTRAP_SMTP_HOST"),
    }
    return tuple(part for part in ALL if not elsewhere.get(part.name))


def addresses(stack: Stack) -> dict[str, str]:
    """Every address of the stack, as it stands in stack.env."""
    relay = services.uses_relay(stack)
    mail = {
        "SMTP_HOST": stack.settings.get("MAILTRAP_SMTP_HOST") if relay else "127.0.0.1",
        "SMTP_PORT": stack.settings.get("MAILTRAP_SMTP_PORT", _RELAY_PORT) if relay else str(stack.ports["inbox-smtp"]),
        "INBOX_URL": "" if relay else f"http://localhost:{stack.ports['inbox']}",
    }
    return {
        "GATEWAY_URL": services.gateway_url(stack),
        "MONGO_URI": services.mongo_uri(stack),
        "KAFKA_BOOTSTRAP_SERVERS": services.bootstrap_servers(stack),
        **mail,
        **{
            name.upper().replace("-", "_") + "_URL": f"http://127.0.0.1:{stack.ports[name]}" for name in services.NAMES
        },
    }


def addresses_of(home: Home) -> dict[str, str]:
    """What stack.env of this home says; empty if the stack was never up, or is down."""
    if not home.stack_env.exists():
        return {}
    lines = home.stack_env.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)
