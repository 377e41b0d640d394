package io.ticketing.triage.assignment;

import java.util.Collection;

/** The tickets that wait for somebody. */
@FunctionalInterface
public interface Line {

    /**
     * How many of those that wait come before that ticket, and could be given to somebody.
     *
     * @param skills what he can do
     * @param userId who he is
     * @param enough counts no further
     */
    long before(Need need, Collection<String> skills, String userId, int enough);
}
