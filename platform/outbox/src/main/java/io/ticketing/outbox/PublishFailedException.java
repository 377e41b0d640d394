package io.ticketing.outbox;

/** The broker did not acknowledge a fact. */
public final class PublishFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PublishFailedException(Throwable cause) {
        super(cause.getClass().getSimpleName(), cause);
    }
}
