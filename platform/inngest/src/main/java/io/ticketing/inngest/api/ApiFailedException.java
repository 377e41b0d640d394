package io.ticketing.inngest.api;

/** The Inngest server did not answer, or not as it should. The message holds no key, no address and nothing of the content. */
public final class ApiFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApiFailedException(String message) {
        super(message, null, false, false);
    }
}
