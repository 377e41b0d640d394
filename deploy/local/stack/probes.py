"""Questions to a process on the loopback address: does it do its work yet?"""

from __future__ import annotations

import http.client
import socket
import struct

_PATIENCE_SECONDS = 2.0
_METADATA_REQUEST = 3


def http_ok(port: int, path: str) -> bool:
    """True if a GET answers 200."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_SECONDS)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except http.client.HTTPException:
        return False
    finally:
        connection.close()


def accepts(port: int) -> bool:
    """True if something listens."""
    with socket.create_connection(("127.0.0.1", port), _PATIENCE_SECONDS):
        return True


def kafka_brokers(port: int) -> int:
    """How many brokers a Kafka node knows to be at work, itself included (a Metadata request, version 0)."""
    client = b"ticketing"
    body = struct.pack(">hhih", _METADATA_REQUEST, 0, 1, len(client)) + client + struct.pack(">i", 0)
    with socket.create_connection(("127.0.0.1", port), _PATIENCE_SECONDS) as connection:
        connection.sendall(struct.pack(">i", len(body)) + body)
        with connection.makefile("rb") as answer:
            (size,) = struct.unpack(">i", answer.read(4).ljust(4, b"\0"))
            payload = answer.read(size)
    return struct.unpack(">ii", payload[:8])[1] if len(payload) >= 8 else 0
