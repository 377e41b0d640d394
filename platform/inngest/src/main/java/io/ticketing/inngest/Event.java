package io.ticketing.inngest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event, out or in.
 *
 * @param id names it for ever: of events with one id only the first within 24 h causes runs, so a repeat is harmless. Null when nothing is
 *     to be told apart
 * @param name such as {@code ticket/created}
 * @param data what it says, an object
 * @param ts when it happened, to the millisecond; null lets the server say when it came
 * @param user whom it is about, an object; null when that is nobody. The server shows it to whoever may look at its events
 * @param v the version of its data, such as a date; null when there is but one
 */
public record Event(
        @Nullable String id,
        String name,
        JsonNode data,
        @Nullable Instant ts,
        @Nullable JsonNode user,
        @Nullable String v) {

    /**
     * An event of that name.
     *
     * @param data what Jackson writes as an object: a record, a map. Instants become ISO text
     * @throws IllegalArgumentException when the name is blank or the data is no object
     */
    public static Event of(String name, Object data) {
        JsonNode written = InngestJson.tree(data);
        if (name.isBlank() || !written.isObject()) {
            throw new IllegalArgumentException("An event needs a name, and an object as its data");
        }
        return new Event(null, name, written, null, null, null);
    }

    /** As read from the wire; what is missing is empty. */
    public static Event read(JsonNode event) {
        return new Event(
                event.hasNonNull("id") ? event.path("id").asText() : null,
                event.path("name").asText(""),
                event.hasNonNull("data") ? event.path("data") : InngestJson.object(),
                event.hasNonNull("ts") ? Instant.ofEpochMilli(event.path("ts").asLong()) : null,
                event.path("user").isObject() ? event.path("user") : null,
                event.hasNonNull("v") ? event.path("v").asText() : null);
    }

    /** The same with this id. */
    public Event withId(String unique) {
        return new Event(unique, name, data, ts, user, v);
    }

    /** The same, said to have happened then. */
    public Event at(Instant then) {
        return new Event(id, name, data, then, user, v);
    }

    /**
     * The same about that user.
     *
     * @param whom what Jackson writes as an object
     * @throws IllegalArgumentException when it is no object
     */
    public Event about(Object whom) {
        JsonNode written = InngestJson.tree(whom);
        if (!written.isObject()) {
            throw new IllegalArgumentException("The user of an event is an object");
        }
        return new Event(id, name, data, ts, written, v);
    }

    /** The same, whose data is of that version. */
    public Event inVersion(String version) {
        return new Event(id, name, data, ts, user, version);
    }

    /**
     * Its data as that type; unknown members are ignored.
     *
     * @throws NonRetriableException when the data does not fit
     */
    public <T> T data(Class<T> type) {
        return InngestJson.read(data, InngestJson.type(type), "the data of " + name);
    }

    /** As it is written to the wire. */
    public ObjectNode written() {
        ObjectNode event = InngestJson.object();
        if (id != null) {
            event.put("id", id);
        }
        event.put("name", name).set("data", data);
        if (ts != null) {
            event.put("ts", ts.toEpochMilli());
        }
        if (user != null) {
            event.set("user", user);
        }
        if (v != null) {
            event.put("v", v);
        }
        return event;
    }
}
