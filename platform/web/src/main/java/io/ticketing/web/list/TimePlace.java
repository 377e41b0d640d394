package io.ticketing.web.list;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list that is ordered by time: that of an entry and not a count, so that entries made meanwhile move nothing.
 *
 * @param at the time of the entry there, to the millisecond
 * @param id that entry, which decides between entries of the same time
 */
public record TimePlace(Instant at, String id) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15}) ([\\w.-]{1,300})");

    /** The text that stands for it; callers need not understand it. */
    public String cursor() {
        String text = at.toEpochMilli() + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The place that a text stands for; empty when no cursor is ever written like this. */
    public static Optional<TimePlace> read(String cursor) {
        return decoded(cursor)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(form -> new TimePlace(Instant.ofEpochMilli(Long.parseLong(form.group(1))), form.group(2)))
                .filter(place -> place.cursor().equals(cursor));
    }

    private static Optional<String> decoded(String cursor) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
