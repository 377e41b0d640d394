package io.ticketing.ticket.view;

import io.ticketing.standing.KnownUser;
import java.util.Map;
import java.util.Set;

/**
 * Some people who have to do with tickets.
 *
 * @param known those of whom something is known, by id
 * @param gone ids of those who were deleted
 */
public record People(Map<String, KnownUser> known, Set<String> gone) {

    /** One of them, as callers see him. */
    public PersonView person(String userId) {
        return PersonView.of(userId, this);
    }
}
