package io.ticketing.testing.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A child process that cannot outlive this JVM, even when the JVM is killed.
 *
 * <p>A small shell stands between the two and reads from a pipe that only this JVM holds open. When the JVM is gone,
 * however it went, the pipe ends: the shell kills the child and deletes its directory. A word on the pipe is the name
 * of a signal to end the child with; then the directory stays, for the next start on the same data.
 *
 * <p>The child writes its output to {@code log} in its directory.
 */
public final class OwnedProcess {
    private static final String WATCHDOG = """
            dir=$1; shift
            "$@" </dev/null >>"$dir/log" 2>&1 &
            pid=$!
            trap '' INT TERM HUP
            echo "$pid"
            if read -r signal; then keep=yes; else keep=no; signal=KILL; fi
            kill "-$signal" "$pid" 2>/dev/null
            wait "$pid" 2>/dev/null
            [ "$keep" = yes ] || rm -rf "$dir"
            """;

    private final Process watchdog;
    private final Path directory;
    private final long pid;

    private OwnedProcess(Process watchdog, Path directory, long pid) {
        this.watchdog = watchdog;
        this.directory = directory;
        this.pid = pid;
    }

    /**
     * Starts {@code command}; {@code directory} is its own and is deleted with it when this JVM ends.
     *
     * @throws UncheckedIOException when the shell cannot be started
     */
    public static OwnedProcess start(Path directory, List<String> command) {
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", WATCHDOG, "watchdog", directory.toString()));
        line.addAll(command);
        try {
            Process watchdog = new ProcessBuilder(line)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(watchdog.getInputStream(), StandardCharsets.US_ASCII));
            return new OwnedProcess(watchdog, directory, Long.parseLong(output.readLine()));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot start " + command.getFirst(), failed);
        }
    }

    /** The handle of a process started earlier in this JVM, perhaps through another class loader. */
    public static OwnedProcess of(Process watchdog, Path directory, long pid) {
        return new OwnedProcess(watchdog, directory, pid);
    }

    /** The shell that watches over the child. */
    public Process watchdog() {
        return watchdog;
    }

    /** The id of the child itself. */
    public long pid() {
        return pid;
    }

    /** Whether the child still runs (or is paused). */
    public boolean isRunning() {
        return watchdog.isAlive() && ProcessHandle.of(pid).isPresent() && !isZombie();
    }

    /** Stops the child from doing anything, as a machine that hangs: its connections stay open and silent. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a paused child go on. */
    public void resume() {
        signal("CONT");
    }

    /** Ends the child at once (SIGKILL), as a crash does; returns when it is gone, its directory stays. */
    public void kill() {
        end("KILL");
    }

    /** Asks the child to end (SIGTERM); returns when it is gone, its directory stays. */
    public void stop() {
        end("TERM");
    }

    /** The last lines that the child wrote, for the message of a failure. */
    public String lastLines(int count) {
        try (Stream<String> lines = Files.lines(directory.resolve("log"), StandardCharsets.ISO_8859_1)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - count), all.size()));
        } catch (IOException unreadable) {
            return "(no log: " + unreadable.getMessage() + ")";
        }
    }

    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException goneOrNoProcFileSystem) {
            return false;
        }
    }

    private void end(String signal) {
        try {
            if (watchdog.isAlive()) {
                Writer pipe = watchdog.outputWriter(StandardCharsets.US_ASCII);
                pipe.write(signal + "\n");
                pipe.flush();
            }
            if (!watchdog.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Process " + pid + " outlived " + signal + " by 30 s");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while process " + pid + " was ending", interrupted);
        }
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("Process " + pid + " did not take signal " + name);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signalling " + pid, interrupted);
        }
    }
}
