package io.ticketing.auth.user;

/** A change was refused, since it would have left no active admin. */
public final class LastAdminException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LastAdminException() {
        super("no active admin would be left", null, false, false);
    }
}
