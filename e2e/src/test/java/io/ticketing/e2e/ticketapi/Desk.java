package io.ticketing.e2e.ticketapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.Method;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ticket API as one person calls it, headers included.
 *
 * @param person who calls
 */
record Desk(Person person) {
    /** Any call of a path below {@code /api/v1/tickets}, with these headers besides the token. */
    Answer call(Method method, String path, @Nullable Object body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + person.token());
        return person.api().send(method, "/api/v1/tickets" + path, body, all);
    }

    /** Opens a ticket with this key, or tries to. */
    Answer opens(TicketText text, String idempotencyKey) {
        person.secrets().keep(text.title());
        person.secrets().keep(text.description());
        return call(Method.POST, "/create-ticket", text, Map.of("Idempotency-Key", idempotencyKey));
    }

    /** Changes what a ticket says, or tries to. */
    Answer changes(String ticketId, Map<String, ?> fields) {
        return call(Method.PATCH, "/" + ticketId, fields, Map.of());
    }

    /** The same, unless it is not what it was at this tag. */
    Answer changes(String ticketId, Map<String, ?> fields, String tag) {
        return call(Method.PATCH, "/" + ticketId, fields, Map.of("If-Match", tag));
    }

    /** Gives a ticket to somebody. */
    Answer assigns(String ticketId, Person assignee) {
        return call(Method.POST, "/admin/assign/" + ticketId, Map.of("assigneeId", assignee.id()), Map.of());
    }

    /** Takes a ticket from whoever has it. */
    Answer unassigns(String ticketId) {
        return call(Method.POST, "/admin/assign/" + ticketId, Map.of(), Map.of());
    }

    /** Moves a ticket, or tries to. */
    Answer moves(String ticketId, String status) {
        return call(Method.PATCH, "/admin/status/" + ticketId, Map.of("status", status), Map.of());
    }

    /** Says something about a ticket, or tries to. */
    Answer comments(String ticketId, Map<String, ?> comment) {
        return call(Method.POST, "/" + ticketId + "/comments", comment, Map.of());
    }

    /** What was said about a ticket, as far as they see it. */
    List<String> commentsOn(String ticketId) {
        return list("/" + ticketId + "/comments").stream()
                .map(comment -> comment.path("body").asText())
                .toList();
    }

    /** What was done to a ticket, as far as they see it. */
    List<JsonNode> timelineOf(String ticketId) {
        return list("/" + ticketId + "/timeline");
    }

    /** The ids of the tickets that this query finds. */
    List<String> finds(String query) {
        return list("/get-all-tickets?" + query).stream()
                .map(ticket -> ticket.path("_id").asText())
                .toList();
    }

    private List<JsonNode> list(String path) {
        return call(Method.GET, path, null, Map.of())
                .expect(200)
                .data()
                .valueStream()
                .toList();
    }
}
