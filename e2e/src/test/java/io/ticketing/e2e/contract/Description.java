package io.ticketing.e2e.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations of a description, found by what is called. */
final class Description {

    private record Path(String template, Pattern form, JsonNode item) {

        static Path of(String template, JsonNode item) {
            String form = Stream.of(template.split("/", -1))
                    .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                    .collect(Collectors.joining("/"));
            return new Path(template, Pattern.compile(form), item);
        }

        long variables() {
            return template.chars().filter(character -> character == '{').count();
        }
    }

    private final List<Path> paths;
    private final JsonNode components;

    Description(JsonNode root) {
        this.components = root.path("components");
        this.paths = root.path("paths").properties().stream()
                .map(entry -> Path.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Path::variables))
                .toList();
    }

    JsonNode components() {
        return components;
    }

    /** The operation; of those whose path fits, the one with the fewest variables in it. A HEAD is a GET of which only the head is answered. */
    Optional<JsonNode> operation(String method, String path) {
        String key = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return paths.stream()
                .filter(candidate -> candidate.form().matcher(path).matches())
                .map(candidate -> candidate.item().path(key))
                .filter(operation -> !operation.isMissingNode())
                .findFirst();
    }

    /** How the operation describes its answers of this status. */
    Optional<JsonNode> response(JsonNode operation, int status) {
        JsonNode response = operation.path("responses").path(Integer.toString(status));
        if (response.has("$ref")) {
            String pointer = response.path("$ref").asText().substring("#/components".length());
            response = components.at(pointer);
        }
        return response.isMissingNode() ? Optional.empty() : Optional.of(response);
    }
}
