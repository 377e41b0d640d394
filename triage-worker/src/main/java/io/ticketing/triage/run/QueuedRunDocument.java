package io.ticketing.triage.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.triage.assignment.Need;
import io.ticketing.triage.assignment.Turn;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What the queue has to know of a run that waits.
 *
 * @param id the run
 * @param rank 3 for high to 1 for low priority
 * @param createdAt when the ticket was opened: of two with the same rank the older one comes first
 * @param skills what somebody is looked for by; null in runs that an earlier version left waiting
 * @param queuedAt when it was found that the ticket has to wait
 * @param waitingSince when its wait began, if not then
 */
@RegisterForReflection
public record QueuedRunDocument(
        @BsonId String id,
        String ticketId,
        String requesterId,
        int rank,
        Instant createdAt,
        Found analysis,
        @Nullable List<String> skills,
        Instant queuedAt,
        @Nullable Instant waitingSince) {

    /** The skills as they were found. */
    @RegisterForReflection
    public record Found(List<String> relatedSkills) {}

    Need need() {
        List<String> sought = skills == null ? analysis.relatedSkills() : skills;
        Instant since = waitingSince == null ? queuedAt : waitingSince;
        return new Need(ticketId, requesterId, sought, since, new Turn(rank, createdAt, id));
    }
}
