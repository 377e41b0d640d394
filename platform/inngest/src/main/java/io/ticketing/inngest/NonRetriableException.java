package io.ticketing.inngest;

/** Another attempt could not succeed either: ends the step, or the run, at once. */
public final class NonRetriableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message is seen in Inngest's dashboard: no secrets, no personal data */
    public NonRetriableException(String message) {
        super(message);
    }

    /**
     * With a cause, which stays on this side.
     *
     * @param message is seen in Inngest's dashboard: no secrets, no personal data
     */
    public NonRetriableException(String message, Throwable cause) {
        super(message, cause);
    }
}
