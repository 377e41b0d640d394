package io.ticketing.triage.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.triage.assignment.Need;
import io.ticketing.triage.assignment.Turn;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What the queue has to know of a run that waits.
 *
 * @param id the run
 * @param rank 3 for high to 1 for low priority
 * @param createdAt when the ticket was opened: of two with the same rank the older one comes first
 * @param queuedAt when it was found that the ticket has to wait
 */
@RegisterForReflection
public record QueuedRunDocument(
        @BsonId String id,
        String ticketId,
        String requesterId,
        int rank,
        Instant createdAt,
        Found analysis,
        Instant queuedAt) {

    /** The part of the analysis that decides who fits. */
    @RegisterForReflection
    public record Found(List<String> relatedSkills) {}

    Need need() {
        return new Need(ticketId, requesterId, analysis.relatedSkills(), queuedAt, new Turn(rank, createdAt, id));
    }
}
