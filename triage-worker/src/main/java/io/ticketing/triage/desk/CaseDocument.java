package io.ticketing.triage.desk;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What matters for triage of what happened to a ticket.
 *
 * @param ticketId the ticket
 * @param status where it stands; null while no fact has said so
 * @param assigneeId who has it; null while nobody was said to
 * @param handled ids of the last facts that went into this
 * @param withheld true when a person took it from whoever had it: then a person gives it on
 * @param deleted true when the ticket is gone, whatever else is told of it again
 * @param priority how urgent a person says that it is; null while nobody does
 * @param relatedSkills what a person says that it takes; null while nobody does
 */
@RegisterForReflection
public record CaseDocument(
        @BsonId String ticketId,
        @Nullable TicketStatus status,
        @Nullable String assigneeId,
        List<String> handled,
        @Nullable Boolean withheld,
        @Nullable Boolean deleted,
        @Nullable Priority priority,
        @Nullable List<String> relatedSkills) {

    /** Whether somebody still has to work on it. */
    public boolean isOpen() {
        return !isDeleted() && status != TicketStatus.RESOLVED && status != TicketStatus.CLOSED;
    }

    /** Who has it, as long as it is open. */
    public Optional<String> assignee() {
        return isOpen() ? Optional.ofNullable(assigneeId) : Optional.empty();
    }

    /** Whether a person took it from whoever had it, and nobody has got it since. */
    public boolean isWithheld() {
        return Boolean.TRUE.equals(withheld);
    }

    boolean isDeleted() {
        return Boolean.TRUE.equals(deleted);
    }
}
