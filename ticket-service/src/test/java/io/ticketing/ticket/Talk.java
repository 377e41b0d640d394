package io.ticketing.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What people say about a ticket, and what they read of it. */
public final class Talk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Talk() {}

    /** The route of a ticket's comments. */
    public static String comments(String ticketId) {
        return "/api/v1/tickets/" + ticketId + "/comments";
    }

    /** The route of a ticket's timeline. */
    public static String timeline(String ticketId) {
        return "/api/v1/tickets/" + ticketId + "/timeline";
    }

    public static Answer say(Person author, String ticketId, String body) {
        return Api.post(comments(ticketId), author, text(body).toString());
    }

    public static Answer sayInternally(Person author, String ticketId, String body) {
        return Api.post(
                comments(ticketId), author, text(body).put("internal", true).toString());
    }

    /** Only if the ticket is still the one that was seen. */
    public static Answer sayIfMatch(String tag, Person author, String ticketId, String body) {
        return Api.call(
                "POST",
                comments(ticketId),
                author,
                Map.of("If-Match", tag),
                Optional.of(text(body).toString()));
    }

    /** What a list shows on all its pages, in pages of that size. */
    public static List<JsonNode> all(String route, Person reader, int limit) {
        List<JsonNode> entries = new ArrayList<>();
        Answer page = Api.get(route + "?limit=" + limit, reader);
        page.data().forEach(entries::add);
        while (nextCursor(page).isTextual()) {
            page = Api.get(
                    route + "?limit=" + limit + "&cursor=" + nextCursor(page).asText(), reader);
            page.data().forEach(entries::add);
        }
        return entries;
    }

    /** The bodies of all comments that somebody sees. */
    public static List<String> bodies(Person reader, String ticketId) {
        return texts(all(comments(ticketId), reader, 100), comment -> comment.path("body"));
    }

    public static List<String> texts(List<JsonNode> entries, Function<JsonNode, JsonNode> field) {
        return entries.stream().map(field).map(JsonNode::asText).toList();
    }

    public static JsonNode nextCursor(Answer page) {
        return page.json().path("page").path("nextCursor");
    }

    private static ObjectNode text(String body) {
        return JSON.createObjectNode().put("body", body);
    }
}
