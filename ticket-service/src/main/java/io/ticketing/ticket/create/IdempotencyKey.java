package io.ticketing.ticket.create;

import io.ticketing.ticket.Sha256;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client calls a request, to be able to send it again without having it done twice.
 *
 * @param value 1 to 255 visible ASCII characters
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";
    static final String FORM = "^[\\x21-\\x7E]{1,255}$";

    private static final Pattern VALID = Pattern.compile(FORM);

    /**
     * The key that a request has, if any.
     *
     * @param headers all headers of that name
     * @throws ProblemException 400 when it is malformed, or there are several
     */
    static Optional<IdempotencyKey> of(@Nullable List<String> headers) {
        if (headers == null || headers.isEmpty()) {
            return Optional.empty();
        }
        String value = headers.getFirst();
        if (headers.size() > 1 || !VALID.matcher(value).matches()) {
            throw new ProblemException(
                    Failure.invalid(HEADER, "must be there once, with 1 to 255 visible ASCII characters"));
        }
        return Optional.of(new IdempotencyKey(value));
    }

    /** The name of this key, as that user's; another user's key is another one even when it reads the same. */
    String ofUser(String userId) {
        return userId + ":" + Sha256.hex(value.getBytes(StandardCharsets.US_ASCII));
    }
}
