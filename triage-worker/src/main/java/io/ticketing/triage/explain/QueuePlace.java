package io.ticketing.triage.explain;

import io.ticketing.triage.run.RunState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the order of what waits: that of a ticket and not a count, so that tickets that come and go move nothing.
 *
 * @param needsReview whether it is among those that wait for a person, which come last
 * @param rank orders them, 3 for high to 1 for low priority, 0 where none is known
 * @param createdAt of two with the same rank the older one comes first
 * @param id the run there, which decides between two of the same time
 */
record QueuePlace(boolean needsReview, int rank, Instant createdAt, String id) {

    private static final Pattern FORM = Pattern.compile("([qr]) ([0-3]) (\\d{1,15}) ([\\w-]{1,60})");

    static QueuePlace of(WaitingRunDocument run) {
        Integer rank = run.rank();
        return new QueuePlace(run.state() != RunState.QUEUED, rank == null ? 0 : rank, run.createdAt(), run.id());
    }

    /** The text that stands for it; callers need not understand it. */
    String cursor() {
        String text = (needsReview ? "r " : "q ") + rank + " " + createdAt.toEpochMilli() + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The place that a text stands for; empty when no cursor is ever written like this. */
    static Optional<QueuePlace> read(String cursor) {
        return decoded(cursor)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(form -> new QueuePlace(
                        form.group(1).equals("r"),
                        Integer.parseInt(form.group(2)),
                        Instant.ofEpochMilli(Long.parseLong(form.group(3))),
                        form.group(4)))
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
