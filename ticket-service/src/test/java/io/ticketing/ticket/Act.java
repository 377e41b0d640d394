package io.ticketing.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do to a ticket, as requests. */
public final class Act {

    public static final String ASSIGN = "/api/v1/tickets/admin/assign/";
    public static final String STATUS = "/api/v1/tickets/admin/status/";
    public static final String DELETE = "/api/v1/tickets/admin/delete/";
    public static final String CHANGE = "/api/v1/tickets/";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Act() {}

    public static Answer assign(Person by, String ticketId, Person assignee) {
        return Api.call("POST", ASSIGN + ticketId, by, body("assigneeId", assignee.id()));
    }

    public static Answer unassign(Person by, String ticketId) {
        return Api.call("POST", ASSIGN + ticketId, by, "{}");
    }

    public static Answer move(Person by, String ticketId, String status) {
        return Api.call("PATCH", STATUS + ticketId, by, body("status", status));
    }

    public static Answer change(Person by, String ticketId, String json) {
        return Api.call("PATCH", CHANGE + ticketId, by, json);
    }

    public static Answer delete(Person by, String ticketId) {
        return Api.call("DELETE", DELETE + ticketId, by, Map.of(), Optional.empty());
    }

    /** Only if the ticket is still the one that was seen. */
    public static Answer ifMatch(String tag, String method, String path, Person by, @Nullable String body) {
        return Api.call(method, path, by, Map.of("If-Match", tag), Optional.ofNullable(body));
    }

    private static String body(String field, String value) {
        ObjectNode body = JSON.createObjectNode();
        return body.put(field, value).toString();
    }
}
