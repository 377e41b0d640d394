package io.ticketing.triage.assignment;

import java.util.List;

/** What came of looking for somebody. */
public sealed interface Assignment {

    /** Everybody who was considered; empty when nobody had to be. */
    List<Candidate> candidates();

    /** Whether that user gets the ticket. */
    default boolean gives(String userId) {
        return this instanceof Assigned assigned && assigned.assigneeId().equals(userId);
    }

    /**
     * A place at somebody's desk is taken.
     *
     * @param assigneeId whose
     * @param explanation why, in words
     */
    record Assigned(String assigneeId, String explanation, List<Candidate> candidates) implements Assignment {}

    /**
     * The ticket needs nobody any more, and no place is taken.
     *
     * @param reason why, in words
     */
    record Needless(String reason, List<Candidate> candidates) implements Assignment {}

    /**
     * The ticket has to wait.
     *
     * @param reason why, in words
     */
    record Waiting(String reason, List<Candidate> candidates) implements Assignment {}
}
