package io.ticketing.ticket;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import io.ticketing.outbox.OutboxState;
import io.ticketing.ticket.history.TicketField;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in Mongo.
 *
 * @param timelineLength how many entries its timeline has
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
        Set<TicketField> setByPeople,
        Instant createdAt,
        Instant updatedAt,
        long version,
        long timelineLength,
        List<String> handledFacts,
        @Nullable OutboxState outbox) {

    /** A new ticket with its first facts and the first entry of its timeline. */
    static TicketDocument of(Ticket ticket, @Nullable OutboxState outbox) {
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
                ticket.setByPeople(),
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.version(),
                1,
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
                setByPeople,
                createdAt,
                updatedAt,
                version);
    }
}
