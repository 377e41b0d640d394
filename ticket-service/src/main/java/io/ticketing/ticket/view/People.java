package io.ticketing.ticket.view;

import io.ticketing.standing.KnownUser;
import java.util.Map;
import java.util.Set;

/**
 * The people in some tickets.
 *
 * @param known those of whom something is known, by id
 * @param gone ids of those who were deleted
 */
record People(Map<String, KnownUser> known, Set<String> gone) {}
