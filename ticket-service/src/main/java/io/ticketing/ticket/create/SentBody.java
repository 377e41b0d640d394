package io.ticketing.ticket.create;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The body of the request at hand, as it was sent. */
@RequestScoped
class SentBody {

    private @Nullable String fingerprint;

    /** Alike for the same JSON value, whatever the order of its fields and its white space, and for no other. */
    String fingerprint() {
        return requireNonNull(fingerprint, "fingerprint");
    }

    void setFingerprint(String newFingerprint) {
        this.fingerprint = newFingerprint;
    }
}
