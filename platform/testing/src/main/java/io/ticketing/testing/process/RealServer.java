package io.ticketing.testing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A server in a process of its own, one of each name per JVM, on a free-chosen port and a temporary directory that it
 * keeps from one start to the next.
 */
public final class RealServer {
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final ConcurrentMap<String, Object> state;

    private RealServer(ConcurrentMap<String, Object> state) {
        this.state = state;
    }

    /** How a server is started. */
    @FunctionalInterface
    public interface Starting {
        /**
         * Prepares {@code directory} and says the command that serves {@code port} of loopback from it.
         *
         * @throws IOException when the directory cannot be prepared
         */
        List<String> command(Path directory, int port) throws IOException;
    }

    /** The server called {@code name}, started if this JVM has none yet; it may not be ready to serve. */
    public static RealServer once(String name, Starting starting) {
        @SuppressWarnings("unchecked")
        ConcurrentMap<String, Object> state = SharedInJvm.once(name, ConcurrentMap.class, () -> begin(name, starting));
        return new RealServer(state);
    }

    /** The port of loopback that it serves. */
    public int port() {
        return (int) state.get("port");
    }

    /** Its own directory, which it keeps from one start to the next. */
    public Path directory() {
        return (Path) state.get("directory");
    }

    /** The process that serves now. */
    public OwnedProcess process() {
        return OwnedProcess.of((Process) state.get("watchdog"), directory(), (long) state.get("pid"));
    }

    /** Starts it again on its port and its data, after it was stopped or killed. */
    @SuppressWarnings("unchecked")
    public void startAgain() {
        if (process().isRunning()) {
            throw new IllegalStateException("It still runs");
        }
        remember(state, OwnedProcess.start(directory(), (List<String>) state.get("command")));
    }

    /** Waits until somebody listens on its port; fails with the end of its log when it ended or took too long. */
    public void awaitListening(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        OwnedProcess process = process();
        while (!FreePort.isTaken(port())) {
            if (!process.isRunning() || System.nanoTime() > deadline) {
                throw new IllegalStateException("No server on port " + port() + "; the log of process " + process.pid()
                        + " ends with\n" + process.lastLines(20));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static ConcurrentMap<String, Object> begin(String name, Starting starting) {
        try {
            Path directory = Files.createTempDirectory("ticketing-" + name + "-");
            int port = FreePort.choose();
            List<String> command = starting.command(directory, port);
            ConcurrentMap<String, Object> state = new ConcurrentHashMap<>();
            state.put("directory", directory);
            state.put("port", port);
            state.put("command", command);
            remember(state, OwnedProcess.start(directory, command));
            return state;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void remember(ConcurrentMap<String, Object> state, OwnedProcess process) {
        state.put("watchdog", process.watchdog());
        state.put("pid", process.pid());
    }
}
