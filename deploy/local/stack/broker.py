"""The bus: a real Kafka broker (KRaft, one node) from Maven artifacts."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tempfile
import uuid
from pathlib import Path
from string import Template

from stack import fetching, probes, toolchain
from stack.console import Failure
from stack.interrupt import run_child
from stack.part import Launch, Part, Stack

_SOURCES = Path(__file__).resolve().parents[1] / "broker"
_POM = _SOURCES / "pom.xml"
_PROPERTIES = _SOURCES / "server.properties"
_HASHES = _SOURCES / "jars.sha256"
_JVM = (
    "-Xms64m", "-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders",
    "-XX:+ExitOnOutOfMemoryError", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
    "-Dorg.slf4j.simpleLogger.showDateTime=true", "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ",
)  # fmt: skip


def bootstrap_servers(port: int) -> str:
    return f"127.0.0.1:{port}"


def jars() -> Path:
    """The folder with the broker's jars, fetched through Maven if need be."""
    return fetching.fetched(_cache_name(), _copy_jars)


def are_fetched() -> bool:
    return (fetching.cache() / _cache_name()).is_dir()


def _cache_name() -> str:
    return f"kafka-{fetching.key(_POM.read_bytes(), _HASHES.read_bytes())}"


def _copy_jars(target: Path) -> None:
    command = [
        toolchain.maven(), "-B", "-ntp", "-q", "-f", str(_POM), "dependency:copy-dependencies",
        "-DincludeScope=runtime", f"-DoutputDirectory={target}",
    ]  # fmt: skip
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        code = run_child(
            command, env=toolchain.maven_environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        if code != 0:
            output.seek(0)
            raise Failure(
                "Maven could not fetch the Kafka broker.",
                details="\n".join(output.read().splitlines()[-12:]),
                advice="Check that this machine reaches its Maven registry (settings.xml), then call again.",
            )
    _verify(target)


def _verify(folder: Path) -> None:
    expected = dict(reversed(line.split()) for line in _HASHES.read_text(encoding="utf-8").splitlines())
    found = {jar.name: hashlib.sha256(jar.read_bytes()).hexdigest() for jar in folder.glob("*.jar")}
    wrong = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    if wrong:
        raise Failure(
            "The Kafka broker's jars are not the ones that this repository names: " + ", ".join(wrong),
            advice="Remove them from ~/.m2/repository and call again; if that does not help, the registry serves other files.",
        )


def _launch(stack: Stack) -> Launch:
    data = stack.home.data / "kafka"
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    config = stack.home.data / "kafka.properties"
    config.write_text(
        Template(_PROPERTIES.read_text(encoding="utf-8")).substitute(
            PORT=stack.ports["kafka"], CONTROLLER_PORT=stack.ports["kafka-controller"], DATA=data
        ),
        encoding="utf-8",
    )
    java = [toolchain.java(), *_JVM, "-cp", f"{jars()}/*"]
    if not (data / "meta.properties").exists():
        _format(stack, java, config, data)
    return Launch([*java, "kafka.Kafka", str(config)], stack.settings.of_machine(), data)


def _cluster_id() -> str:
    """As Kafka makes them: none begins with a dash, which its storage tool would take for another option."""
    while True:
        text = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        if not text.startswith("-"):
            return text


def _format(stack: Stack, java: list[str], config: Path, data: Path) -> None:
    log = stack.home.log_file("kafka")
    with open(log, "ab") as output:
        code = run_child(
            [*java, "kafka.tools.StorageTool", "format", "--ignore-formatted", "-t", _cluster_id(), "-c", str(config)],
            env=stack.settings.of_machine(), cwd=data, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
        )  # fmt: skip
    if code != 0:
        raise OSError("the broker's storage could not be formatted")


KAFKA = Part(
    name="kafka",
    ports=("kafka", "kafka-controller"),
    launch=_launch,
    is_ready=lambda stack: probes.kafka_brokers(stack.ports["kafka"]) > 0,
    stop_seconds=20.0,
)
