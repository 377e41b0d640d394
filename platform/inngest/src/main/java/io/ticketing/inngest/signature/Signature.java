package io.ticketing.inngest.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The signature over the bytes of a call, {@code t=<unix seconds>&s=<hex>}. */
public final class Signature {

    /** The header that carries it. */
    public static final String HEADER = "X-Inngest-Signature";

    private static final Pattern SHAPE = Pattern.compile("t=(\\d{1,12})&s=([0-9a-f]{64})");
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private Signature() {}

    /** Whether one of the keys signed this body, at most 5 minutes ago and not later than clocks may differ (a minute). */
    public static boolean isValid(@Nullable String header, byte[] body, List<SigningKey> keys, Instant now) {
        Matcher signature = SHAPE.matcher(header == null ? "" : header);
        if (!signature.matches()) {
            return false;
        }
        long signedAt = Long.parseLong(signature.group(1));
        Duration age = Duration.between(Instant.ofEpochSecond(signedAt), now);
        return age.compareTo(OLDEST) <= 0
                && age.negated().compareTo(CLOCK_SKEW) <= 0
                && keys.stream().anyMatch(key -> isSame(signature.group(2), key.sign(body, signedAt)));
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean isSame(String given, String right) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.US_ASCII));
    }
}
