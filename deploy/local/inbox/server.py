"""Runs Sendria as one plain process: no daemon, no names and addresses in the log, no mail that ends its storing.

Sendria's own command line does not start on the newest Pythons, logs every envelope, and stops storing for good at the
first mail that it cannot store; its servers are sound.
"""

import asyncio
import importlib.util
import logging
import pkgutil
import sqlite3
import sys

if not hasattr(pkgutil, "get_loader"):  # gone in Python 3.14, and Sendria asks it where its files are
    pkgutil.get_loader = lambda name: importlib.util.find_spec(name).loader

import structlog
from sendria import cli, config, db

_store = db.store_message


async def _store_or_say_so(connection, message):
    try:
        return await _store(connection, message)
    except (sqlite3.Error, ValueError, LookupError) as failure:
        structlog.get_logger().error("mail not stored", reason=type(failure).__name__)
        return None


def main() -> None:
    """Serves until SIGTERM."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
    )
    db.store_message = _store_or_say_so
    config.ensure_config_files()
    config.setup(cli.parse_argv(sys.argv[1:]))
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    cli.run_sendria_servers(loop)
    loop.run_forever()


main()
