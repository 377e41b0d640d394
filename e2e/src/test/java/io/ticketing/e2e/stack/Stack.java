package io.ticketing.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.stack.TicketingCommand.Outcome;
import io.ticketing.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A whole system of one's own, under its own home and on its own ports. */
public final class Stack {
    private final Path home;
    private final TicketingCommand ticketing;
    private boolean isUp;

    Stack(Path home, TicketingCommand ticketing) {
        this.home = home;
        this.ticketing = ticketing;
    }

    /** Starts what does not run; returns once everything is ready. Answers what the launcher said. */
    public String up() {
        return up(Map.of());
    }

    /** The same with other settings, until the next {@link #up()}: what they concern starts anew. */
    public String up(Map<String, String> others) {
        isUp = true;
        Outcome up = ticketing.run(others, "up");
        assertThat(up.exitCode()).as("./ticketing up said%n%s", up.output()).isZero();
        return up.output();
    }

    /** Stops everything; harmless when nothing runs. */
    public void down() {
        isUp = false;
        Outcome down = ticketing.run("down");
        assertThat(down.exitCode())
                .as("./ticketing down said%n%s", down.output())
                .isZero();
    }

    /** Whether it was started and not taken down since; single parts may be dead. */
    boolean isUp() {
        return isUp;
    }

    /** Ends it in a hurry, for when the JVM ends. */
    void abandon() {
        ticketing.interrupt();
        if (isUp) {
            ticketing.run("down");
        }
    }

    /** The exit code of {@code ./ticketing status}: 0 when all parts run, 3 when one does not. */
    public int status() {
        return ticketing.run("status").exitCode();
    }

    /** Kills the part (SIGKILL), and returns once it is gone. */
    public void kill(Part part) {
        ProcessHandle process = processOf(part);
        process.destroyForcibly();
        Eventually.eventually(
                () -> assertThat(lives(process.pid())).as("%s lives", part).isFalse());
    }

    /** Makes the part hang (SIGSTOP) until {@link #resume}: its connections stay, nothing is answered. */
    public void freeze(Part part) {
        signal("STOP", part);
    }

    /** Ends a {@link #freeze} (SIGCONT). */
    public void resume(Part part) {
        signal("CONT", part);
    }

    /** The part's process id. */
    public long pid(Part part) {
        return Long.parseLong(read(home.resolve("run").resolve(part + ".pid")).strip());
    }

    /** Whether the part's process lives. */
    public boolean runs(Part part) {
        return Files.exists(home.resolve("run").resolve(part + ".pid")) && lives(pid(part));
    }

    /** Whether there is such a process; one that has ended and that nobody has asked for its exit code is none. */
    public static boolean lives(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }

    /** An address out of {@code stack.env}. */
    public String address(String name) {
        return Optional.ofNullable(addresses().get(name))
                .orElseThrow(() -> new AssertionError("stack.env has no " + name));
    }

    /** All of {@code stack.env}. */
    public Map<String, String> addresses() {
        try (Stream<String> text = Files.lines(home.resolve("stack.env"))) {
            return text.map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The part's whole log up to now; bytes that are no UTF-8 are replaced. */
    public String log(Part part) {
        return logs().getOrDefault(part.wireName(), "");
    }

    /** Every log of the stack by its name, the older halves of those that were rotated included. */
    public Map<String, String> logs() {
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            return files.collect(
                    Collectors.toMap(file -> file.getFileName().toString().replaceFirst("\\.log$", ""), Stack::read));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The random secrets that the launcher has made for this stack. */
    public Stream<String> secrets() {
        Path secrets = home.resolve("data").resolve("secrets");
        try (Stream<Path> files = Files.exists(secrets) ? Files.list(secrets) : Stream.empty()) {
            return files.map(Stack::read).map(String::strip).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void signal(String name, Part part) {
        long pid = processOf(part).pid();
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
            Eventually.eventually(() -> assertThat(kill.isAlive()).isFalse());
            assertThat(kill.exitValue()).as("kill -%s of %s", name, part).isZero();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ProcessHandle processOf(Part part) {
        return ProcessHandle.of(pid(part)).orElseThrow(() -> new AssertionError(part + " does not run"));
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
