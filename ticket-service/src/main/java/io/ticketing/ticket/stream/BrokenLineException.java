package io.ticketing.ticket.stream;

/** The client is gone, or does not take what it is told. */
final class BrokenLineException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenLineException(Throwable cause) {
        super(cause);
    }
}
