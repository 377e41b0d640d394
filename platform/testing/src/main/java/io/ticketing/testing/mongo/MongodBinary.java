package io.ticketing.testing.mongo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the mongod to run: {@code MONGOD}, then PATH (version 6 or newer), then what {@code ./ticketing} fetches. */
final class MongodBinary {
    private static final int OLDEST_MAJOR = 6;
    private static final int FETCH_MINUTES = 10;
    private static final Pattern VERSION = Pattern.compile("db version v(\\d+)\\.");

    private MongodBinary() {}

    static Path find() {
        String named = System.getenv("MONGOD");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return onPath().orElseGet(MongodBinary::fetched);
    }

    private static Optional<Path> onPath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .filter(MongodBinary::isNewEnough)
                .findFirst();
    }

    private static boolean isNewEnough(Path binary) {
        Matcher version = VERSION.matcher(output(List.of(binary.toString(), "--version")));
        return version.find() && Integer.parseInt(version.group(1)) >= OLDEST_MAJOR;
    }

    private static Path fetched() {
        Path launcher = root().resolve("ticketing");
        String[] lines =
                output(List.of(launcher.toString(), "tool", "mongod")).strip().split("\n");
        return Path.of(lines[lines.length - 1].strip());
    }

    private static Path root() {
        String named = System.getProperty("ticketing.root");
        Stream<Path> folders = named != null
                ? Stream.of(Path.of(named))
                : Stream.iterate(Path.of("").toAbsolutePath(), MongodBinary::isFolder, Path::getParent);
        return folders.filter(folder -> Files.isExecutable(folder.resolve("ticketing")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No mongod: set MONGOD, put mongod 6 or newer on PATH, or run inside the repository"));
    }

    private static boolean isFolder(@Nullable Path folder) {
        return folder != null;
    }

    private static String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(FETCH_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("Failed: " + String.join(" ", command));
            }
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for mongod", interrupted);
        }
    }
}
