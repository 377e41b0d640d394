"""The database: a real mongod, a replica set of one."""

from __future__ import annotations

from stack import tools
from stack.part import Launch, Part, Stack

_REPLICA_SET = "rs0"
_NOT_INITIATED = 94
# The slow-operation log quotes what was asked for, e-mail addresses included: it stays off.
_NEVER_SLOW_MS = "3600000"


def uri(port: int) -> str:
    return f"mongodb://127.0.0.1:{port}/?replicaSet={_REPLICA_SET}"


def _launch(stack: Stack) -> Launch:
    data = stack.home.data / "mongod"
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    argv = [
        str(tools.program("mongod")), "--replSet", _REPLICA_SET, "--bind_ip", "127.0.0.1",
        "--port", str(stack.ports["mongod"]), "--dbpath", str(data), "--nounixsocket",
        "--wiredTigerCacheSizeGB", "0.25", "--oplogSize", "128", "--slowms", _NEVER_SLOW_MS,
        "--setParameter", "diagnosticDataCollectionEnabled=false",
    ]  # fmt: skip
    return Launch(argv, stack.settings.of_machine(), data)


def _is_ready(stack: Stack) -> bool:
    port = stack.ports["mongod"]
    member = f"127.0.0.1:{port}"
    # This very node, whatever its replica set thinks of it.
    with tools.mongo_client(f"mongodb://{member}/?directConnection=true") as client:
        from pymongo.errors import OperationFailure, PyMongoError

        try:
            hello = client.admin.command("hello")
            if hello.get("isWritablePrimary"):
                return hello.get("me") == member
            config = {"_id": _REPLICA_SET, "version": 1, "members": [{"_id": 0, "host": member}]}
            try:
                known = client.admin.command("replSetGetConfig")["config"]
            except OperationFailure as failure:
                if failure.code == _NOT_INITIATED:
                    client.admin.command("replSetInitiate", config)
                return False
            if known["members"][0]["host"] != member:  # the port has changed since
                client.admin.command("replSetReconfig", {**config, "version": known["version"] + 1}, force=True)
            return False
        except PyMongoError:
            return False


MONGOD = Part(
    name="mongod",
    ports=("mongod",),
    launch=_launch,
    is_ready=_is_ready,
    advice="If it misses a library, install that (Debian and Ubuntu: apt install libcurl4 liblzma5), or put a mongod 6 or newer on PATH.",
)
