package io.ticketing.triage.analysis.gemini;

import io.netty.handler.codec.DateFormatter;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date in one of the three forms of HTTP. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d+");
    /** Longer than anybody waits, so that more digits than that make no difference. */
    private static final int MOST_DIGITS = 9;

    private static final Duration LONGEST = Duration.ofSeconds(999_999_999);

    private RetryAfter() {}

    /** How long to wait from now on, not at all when the date has passed; empty when nothing is told, or nothing that can be read. */
    static Optional<Duration> of(@Nullable String header, Instant now) {
        String told = header == null ? "" : header.strip();
        if (SECONDS.matcher(told).matches()) {
            return Optional.of(told.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(told)));
        }
        return date(told)
                .map(date -> Duration.between(now, date))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> date(String told) {
        return told.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(DateFormatter.parseHttpDate(told)).map(Date::toInstant);
    }
}
