package io.ticketing.testing.mongo;

import io.ticketing.testing.process.LocalTool;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the mongod to run: {@code MONGOD}, then PATH (version 6 or newer), then what {@code ./ticketing} fetches. */
final class MongodBinary {
    private static final int OLDEST_MAJOR = 6;
    private static final Pattern VERSION = Pattern.compile("db version v(\\d+)\\.");

    private MongodBinary() {}

    static Path find() {
        String named = System.getenv("MONGOD");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return onPath().orElseGet(() -> LocalTool.find("mongod"));
    }

    private static Optional<Path> onPath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .filter(MongodBinary::isNewEnough)
                .findFirst();
    }

    private static boolean isNewEnough(Path binary) {
        Matcher version = VERSION.matcher(LocalTool.output(List.of(binary.toString(), "--version")));
        return version.find() && Integer.parseInt(version.group(1)) >= OLDEST_MAJOR;
    }
}
