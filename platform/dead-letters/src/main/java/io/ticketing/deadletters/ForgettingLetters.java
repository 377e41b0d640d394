package io.ticketing.deadletters;

import io.ticketing.standing.GoneUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Removes the letters of users and tickets that were deleted: their ids are the keys of their records. Of users it hears by itself; of tickets the
 * services tell it.
 */
@ApplicationScoped
public class ForgettingLetters {

    private static final Logger LOG = Logger.getLogger(ForgettingLetters.class);

    private final DeadLetters letters;
    private final ForgottenKeys forgotten;

    ForgettingLetters(DeadLetters letters, ForgottenKeys forgotten) {
        this.letters = letters;
        this.forgotten = forgotten;
    }

    /** Removes the letters of that user or ticket, and lets none of them in any more; told again, it is harmless. */
    public void forget(String id) {
        forgotten.add(id);
        long removed = letters.removeAllOf(id);
        if (removed > 0) {
            LOG.infof("dead letters of what was deleted removed: %d", removed);
        }
    }

    void onGoneUser(@Observes GoneUser user) {
        forget(user.id());
    }
}
