package io.ticketing.triage.assignment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that needs somebody.
 *
 * @param ticketId the ticket
 * @param requesterId who opened it, and never gets it himself
 * @param skills in the vocabulary's spelling
 * @param waitingSince when it was found that it has to wait; null when it has not waited yet
 * @param turn when it is served
 */
public record Need(
        String ticketId,
        String requesterId,
        List<String> skills,
        @Nullable Instant waitingSince,
        Turn turn) {

    /** The same with what people have set, which counts more than what was found. */
    Need as(@Nullable Integer rank, @Nullable List<String> skills) {
        return new Need(
                ticketId,
                requesterId,
                skills == null ? this.skills : skills,
                waitingSince,
                rank == null ? turn : new Turn(rank, turn.since(), turn.runId()));
    }

    public Need {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(requesterId, "requesterId");
        requireNonNull(turn, "turn");
        skills = List.copyOf(skills);
    }
}
