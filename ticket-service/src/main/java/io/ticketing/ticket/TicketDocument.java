package io.ticketing.ticket;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import io.ticketing.outbox.OutboxState;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in Mongo.
 *
 * @param handledFacts ids of the facts that were applied last, so that a repeat is recognised
 * @param outbox the facts that wait to be published
 */
@MongoEntity(collection = "tickets")
@RegisterForReflection(targets = {TicketDocument.class, Triage.class, TriageState.class})
public record TicketDocument(
        @BsonId String id,
        String title,
        String description,
        List<String> hashtags,
        TicketStatus status,
        @Nullable Priority priority,
        String createdBy,
        @Nullable String assignedTo,
        @Nullable String summary,
        @Nullable String helpfulNotes,
        List<String> relatedSkills,
        Triage triage,
        Instant createdAt,
        Instant updatedAt,
        long version,
        List<String> handledFacts,
        @Nullable OutboxState outbox) {

    /** A new ticket with its first facts. */
    public static TicketDocument of(Ticket ticket, OutboxState outbox) {
        return new TicketDocument(
                ticket.id(),
                ticket.title(),
                ticket.description(),
                ticket.hashtags(),
                ticket.status(),
                ticket.priority(),
                ticket.createdBy(),
                ticket.assignedTo(),
                ticket.summary(),
                ticket.helpfulNotes(),
                ticket.relatedSkills(),
                ticket.triage(),
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.version(),
                List.of(),
                outbox);
    }

    /** The ticket without what only storing needs. */
    public Ticket ticket() {
        return new Ticket(
                id,
                title,
                description,
                hashtags,
                status,
                priority,
                createdBy,
                assignedTo,
                summary,
                helpfulNotes,
                relatedSkills,
                triage,
                createdAt,
                updatedAt,
                version);
    }
}
