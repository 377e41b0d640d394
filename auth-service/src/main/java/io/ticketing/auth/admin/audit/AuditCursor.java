package io.ticketing.auth.admin.audit;

import io.ticketing.auth.audit.AuditPlace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page ended, as text. It names a place and not a count, so that entries made meanwhile move nothing. */
final class AuditCursor {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\.([0-9a-f]{24})");

    private AuditCursor() {}

    /** The text that stands for a place; callers need not understand it. */
    static String write(AuditPlace place) {
        String text = place.at().toEpochMilli() + "." + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The place that a text stands for; empty when no cursor is ever written like this. */
    static Optional<AuditPlace> read(String text) {
        return decoded(text)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(form -> new AuditPlace(Instant.ofEpochMilli(Long.parseLong(form.group(1))), form.group(2)))
                .filter(place -> write(place).equals(text));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
