package io.ticketing.testing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code ./ticketing tool} finds on this machine, or fetches for it. */
public final class LocalTool {
    private static final int FETCH_MINUTES = 10;

    private LocalTool() {}

    /**
     * The place of the tool of that name.
     *
     * @throws IllegalStateException when there is none, or when this does not run inside the repository
     */
    public static Path find(String name) {
        Path launcher = root(name).resolve("ticketing");
        String[] lines =
                output(List.of(launcher.toString(), "tool", name)).strip().split("\n");
        return Path.of(lines[lines.length - 1].strip());
    }

    /** What a command prints; it fails when the command does. */
    public static String output(List<String> command) {
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
            throw new IllegalStateException("Interrupted while waiting for " + command.getFirst(), interrupted);
        }
    }

    private static Path root(String name) {
        String named = System.getProperty("ticketing.root");
        Stream<Path> folders = named != null
                ? Stream.of(Path.of(named))
                : Stream.iterate(Path.of("").toAbsolutePath(), LocalTool::isFolder, Path::getParent);
        return folders.filter(folder -> Files.isExecutable(folder.resolve("ticketing")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No " + name + ": put it on PATH, or run inside the repository, whose launcher fetches it"));
    }

    private static boolean isFolder(@Nullable Path folder) {
        return folder != null;
    }
}
