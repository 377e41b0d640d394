"""The inbox: a real SMTP server with a web page and a JSON API, that keeps what it gets and sends nothing on.

It is Sendria from the pinned requirements and never one from PATH: `inbox/server.py` runs it without the addresses of the
mails in its log.
"""

from __future__ import annotations

import sys
from pathlib import Path

from stack import probes, tools
from stack.part import Launch, Part, Stack


def _launch(stack: Stack) -> Launch:
    data = stack.home.data / "inbox"
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    argv = [
        sys.executable, str(Path(__file__).resolve().parents[1] / "inbox" / "server.py"),
        "--db", str(data / "mails.sqlite"), "--foreground", "--no-quit",
        "--smtp-ip", "127.0.0.1", "--smtp-port", str(stack.ports["inbox-smtp"]),
        "--http-ip", "127.0.0.1", "--http-port", str(stack.ports["inbox"]),
        "--template-header-name", "ticketing inbox",
    ]  # fmt: skip
    environment = {
        **stack.settings.of_machine(),
        "PYTHONPATH": str(tools.libraries()),
        "PYTHONUNBUFFERED": "1",
        "PYTHONNOUSERSITE": "1",
        "SENDRIA_CONFIG_DIR": str(data),
    }
    return Launch(argv, environment, data)


INBOX = Part(
    name="inbox",
    ports=("inbox-smtp", "inbox"),
    launch=_launch,
    is_ready=lambda stack: probes.accepts(stack.ports["inbox-smtp"]) and probes.http_ok(stack.ports["inbox"], "/"),
)
