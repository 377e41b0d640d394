package io.ticketing.ticket.list;

import io.ticketing.ticket.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page ended. It names the last ticket's place in the order and not a count, so that tickets opened meanwhile move nothing.
 *
 * @param createdAt when the last ticket of the page was opened
 * @param id that ticket, which decides between tickets of the same millisecond
 */
record Cursor(Instant createdAt, String id) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\.([0-9a-f]{24})");

    /** Right behind that ticket. */
    static Cursor behind(Ticket ticket) {
        return new Cursor(ticket.createdAt(), ticket.id());
    }

    /** The place that a text stands for; empty when no cursor is ever written like this. */
    static Optional<Cursor> read(String text) {
        return decoded(text)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(form -> new Cursor(Instant.ofEpochMilli(Long.parseLong(form.group(1))), form.group(2)))
                .filter(cursor -> cursor.write().equals(text));
    }

    /** The text that stands for this place; callers need not understand it. */
    String write() {
        String place = createdAt.toEpochMilli() + "." + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
