package io.ticketing.triage.assignment;

import java.util.Set;

/**
 * A member of staff, and all that he can do.
 *
 * @param skills in the vocabulary's spelling, with the broader ones that they imply
 */
record Skilled(StaffMember member, Set<String> skills) {}
