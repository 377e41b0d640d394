package io.ticketing.e2e.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of who gets which answer where.
 *
 * @param callers its columns
 * @param rows the expected statuses of each route, in the order of the columns
 */
record RolesAndRoutes(List<Caller> callers, Map<Route, List<Integer>> rows) {
    private static final String FILE = "/roles-and-routes.md";
    private static final String BASE = "/api/v1";

    /** The table as it stands in the tests' resources. */
    static RolesAndRoutes read() {
        List<List<String>> lines = text().lines()
                .filter(line -> line.startsWith("| "))
                .map(RolesAndRoutes::cells)
                .toList();
        List<Caller> callers = lines.getFirst().stream().skip(1).map(Caller::of).toList();
        Map<Route, List<Integer>> rows = new LinkedHashMap<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            List<Integer> statuses = line.stream().skip(1).map(Integer::valueOf).toList();
            if (statuses.size() != callers.size() || rows.put(Route.of(line.getFirst()), statuses) != null) {
                throw new AssertionError("A row is short, long or there twice: " + line);
            }
        }
        return new RolesAndRoutes(callers, rows);
    }

    /** What this caller gets at this route. */
    int status(Route route, Caller caller) {
        return rows.get(route).get(callers.indexOf(caller));
    }

    /** For readers: callers whom all routes treat alike share a column. */
    String rendered() {
        Map<List<Integer>, List<Caller>> alike = new LinkedHashMap<>();
        for (Caller caller : callers) {
            List<Integer> column =
                    rows.keySet().stream().map(route -> status(route, caller)).toList();
            alike.merge(column, List.of(caller), (some, more) -> Stream.concat(some.stream(), more.stream())
                    .toList());
        }
        List<String> heads = alike.values().stream()
                .map(group -> group.stream().map(Caller::toString).collect(Collectors.joining(", ")))
                .toList();
        List<Caller> first = alike.values().stream().map(List::getFirst).toList();
        Stream<String> lines = rows.keySet().stream()
                .map(route -> line(
                        "`" + route.toString().replace(BASE, "") + "`",
                        first.stream()
                                .map(caller -> Integer.toString(status(route, caller)))
                                .toList()));
        return Stream.concat(Stream.of(line("route", heads), "|---|" + "---|".repeat(heads.size())), lines)
                .collect(Collectors.joining("\n"));
    }

    private static String line(String head, List<String> cells) {
        return "| " + head + " | " + String.join(" | ", cells) + " |";
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static String text() {
        try (InputStream file = RolesAndRoutes.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
