package io.ticketing.inngest;

import java.time.Duration;

/** The next attempt has to wait for that long, instead of the server's own backoff. */
public final class RetryAfterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration after;

    /**
     * Retry after that time.
     *
     * @param message is seen in Inngest's dashboard: no secrets, no personal data
     * @param after the server keeps it between 1 s and 24 h
     */
    public RetryAfterException(String message, Duration after) {
        super(message);
        this.after = after;
    }

    /** How long to wait. */
    public Duration after() {
        return after;
    }
}
