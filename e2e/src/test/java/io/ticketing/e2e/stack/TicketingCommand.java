package io.ticketing.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code ./ticketing}, called as a person would call it, with nothing of the caller's settings. */
final class TicketingCommand {
    /** Long enough to fetch and build everything on a slow machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Set<String> OF_THE_MACHINE = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "LC_ALL",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "MAVEN_OPTS",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "REQUESTS_CA_BUNDLE",
            "TICKETING_TEST_RUN",
            "TICKETING_NO_BUILD");

    private final Path root;
    private final Map<String, String> settings;
    private volatile @Nullable Process running;

    TicketingCommand(Path root, Map<String, String> settings) {
        this.root = root;
        this.settings = Map.copyOf(settings);
    }

    /**
     * How a call ended.
     *
     * @param exitCode of the process
     * @param output what it said on both streams
     */
    record Outcome(int exitCode, String output) {}

    Outcome run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** The same with other settings for once. */
    Outcome run(Map<String, String> others, String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("ticketing").toString()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("ticketing", ".out");
            Process process = start(command, others, output);
            running = process;
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            interrupt();
            String said = Files.readString(output);
            Files.delete(output);
            if (!ended) {
                throw new AssertionError(
                        "./ticketing " + String.join(" ", arguments) + " does not end; it said\n" + said);
            }
            return new Outcome(process.exitValue(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    /** Ends a call that is under way, as Ctrl-C would. */
    void interrupt() {
        Process process = running;
        if (process != null) {
            process.destroy();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
        running = null;
    }

    private Process start(List<String> command, Map<String, String> others, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Map<String, String> kept = new TreeMap<>(builder.environment());
        kept.keySet().removeIf(name -> !isOfTheMachine(name));
        builder.environment().clear();
        builder.environment().putAll(kept);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(settings);
        builder.environment().putAll(others);
        return builder.start();
    }

    private static boolean isOfTheMachine(String name) {
        return OF_THE_MACHINE.contains(name) || name.startsWith("XDG_") || name.startsWith("PIP_");
    }
}
