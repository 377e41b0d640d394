package io.ticketing.notification.delivery;

import static java.util.Objects.requireNonNull;

/**
 * Who gets a mail.
 *
 * @param id the user
 * @param version which version of him must be known at least, so that the mail goes to the address that it is meant for
 */
public record Recipient(String id, long version) {

    public Recipient {
        requireNonNull(id, "id");
    }

    /** A user whose address may be of any version, as of somebody whom the fact does not change. */
    public static Recipient ofAnyVersion(String id) {
        return new Recipient(id, 0);
    }
}
