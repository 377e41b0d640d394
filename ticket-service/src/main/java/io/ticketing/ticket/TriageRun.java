package io.ticketing.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A run, as its news name it.
 *
 * @param id the run
 * @param wordingVersion the ticket's version in which it said what the run is about; null where an older worker told of it
 */
public record TriageRun(String id, @Nullable Long wordingVersion) {

    /** Whether the other counts and this one does not, as triage-worker has it: the latest wording first, then who wanted the run last. */
    boolean isBefore(TriageRun other) {
        if (wordingVersion == null || other.wordingVersion == null) {
            return false;
        }
        int byWording = wordingVersion.compareTo(other.wordingVersion);
        return byWording < 0 || byWording == 0 && id.compareTo(other.id) < 0;
    }
}
