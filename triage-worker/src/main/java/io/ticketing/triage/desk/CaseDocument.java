package io.ticketing.triage.desk;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.TicketStatus;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What matters for the desks of what happened to a ticket.
 *
 * @param ticketId the ticket
 * @param status where it stands; null while no fact has said so
 * @param assigneeId who has it; null while nobody was said to
 * @param handled ids of the last facts that went into this
 */
@RegisterForReflection
public record CaseDocument(
        @BsonId String ticketId,
        @Nullable TicketStatus status,
        @Nullable String assigneeId,
        List<String> handled) {

    /** Whether somebody still has to work on it. */
    boolean isOpen() {
        return status != TicketStatus.RESOLVED && status != TicketStatus.CLOSED;
    }
}
