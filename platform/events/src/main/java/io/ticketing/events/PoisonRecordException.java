package io.ticketing.events;

/** A record that can never be read as a fact; its message says why, without the record's content. */
public final class PoisonRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoisonRecordException(String reason) {
        super(reason);
    }
}
