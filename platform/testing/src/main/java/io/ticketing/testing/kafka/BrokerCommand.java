package io.ticketing.testing.kafka;

import io.ticketing.testing.process.FreePort;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the broker is started: one KRaft node, broker and controller in one, from the jars on the test's class path. */
final class BrokerCommand {
    private static final String CLUSTER = "dGlja2V0aW5nLXRlc3RzLQ";
    private static final String FOLDER = "dGlja2V0aW5nLWZvbGRlcg";

    /** What the broker needs of a class path that holds the whole application; Quarkus' logging must stay out. */
    private static final Pattern BROKER_JARS = Pattern.compile(
            "(kafka|scala|jackson|log4j-(api|core)|slf4j-api|metrics-core|jopt-simple|pcollections"
                    + "|hash4j|HdrHistogram|caffeine|jose4j|re2j|commons-|argparse4j|snakeyaml|zstd|snappy|lz4).*\\.jar");

    private BrokerCommand() {}

    static List<String> in(Path directory, int port) throws IOException {
        Path data = Files.createDirectory(directory.resolve("data"));
        write(
                data.resolve("meta.properties"),
                Map.of("version", "1", "cluster.id", CLUSTER, "node.id", "1", "directory.id", FOLDER));
        Path settings = directory.resolve("server.properties");
        write(settings, settings(data, port, FreePort.choose()));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                classPath(),
                "kafka.Kafka",
                settings.toString());
    }

    private static Map<String, String> settings(Path data, int port, int controllerPort) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "CLIENTS"),
                Map.entry("log.dirs", data.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("num.partitions", "3"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "300"),
                Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
                Map.entry("log.segment.bytes", "16777216"),
                Map.entry("log.index.size.max.bytes", "1048576"));
    }

    private static String classPath() {
        String everything = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(everything.split(File.pathSeparator))
                .filter(entry -> BROKER_JARS
                        .matcher(Path.of(entry).getFileName().toString())
                        .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void write(Path file, Map<String, String> entries) throws IOException {
        Properties properties = new Properties();
        properties.putAll(entries);
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }
}
