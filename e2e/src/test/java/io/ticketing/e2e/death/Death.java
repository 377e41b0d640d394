package io.ticketing.e2e.death;

import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.Stack;
import java.time.Instant;

/**
 * A part that was killed.
 *
 * @param from when it was about to be
 * @param to when it was gone
 */
public record Death(Part part, Instant from, Instant to) {

    /** Kills it now. */
    public static Death of(Part part, Stack stack) {
        Instant from = Instant.now();
        stack.kill(part);
        return new Death(part, from, Instant.now());
    }
}
