package io.ticketing.testing.inngest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The runs that wait for an event. */
final class Awaiting {
    private final List<Wait> waits = new CopyOnWriteArrayList<>();

    private record Wait(String event, Expression condition, JsonNode cause, CompletableFuture<JsonNode> came) {}

    /** Is completed with the first such event from now on. */
    CompletableFuture<JsonNode> event(String name, String condition, JsonNode cause) {
        CompletableFuture<JsonNode> came = new CompletableFuture<>();
        Wait wait = new Wait(name, Expression.parse(condition), cause, came);
        waits.add(wait);
        came.whenComplete((event, failure) -> waits.remove(wait));
        return came;
    }

    /** Lets those go on that wait for this event. */
    void came(JsonNode event) {
        for (Wait wait : waits) {
            if (wait.event().equals(event.path("name").asText())
                    && wait.condition().holds(wait.cause(), event)) {
                wait.came().complete(event);
            }
        }
    }
}
