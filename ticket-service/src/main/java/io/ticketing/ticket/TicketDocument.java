package io.ticketing.ticket;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import io.ticketing.outbox.OutboxState;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.ticket.search.SearchWords;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in Mongo. What versions before this one did not write yet may be missing, so that a ticket of theirs can be read at any time.
 *
 * @param timelineLength how many entries its timeline has
 * @param words by which it is found, at most {@value #MOST_WORDS}; missing where they were not asked for
 * @param priorityRank the place of its priority among all, for sorting
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
        @Nullable Set<TicketField> setByPeople,
        Instant createdAt,
        Instant updatedAt,
        long version,
        @Nullable Long timelineLength,
        @Nullable List<String> words,
        @Nullable Integer priorityRank,
        List<String> handledFacts,
        @Nullable OutboxState outbox) {

    private static final int MOST_WORDS = 1_000;

    public TicketDocument {
        setByPeople = setByPeople == null ? Set.of() : setByPeople;
        timelineLength = timelineLength == null ? 0L : timelineLength;
    }

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
                1L,
                words(ticket.title(), ticket.description(), ticket.hashtags()),
                PriorityRank.of(ticket.priority()),
                List.of(),
                outbox);
    }

    /** The words by which a ticket is found; of a text with very many, the last ones are left out. */
    private static List<String> words(String title, String description, List<String> hashtags) {
        return SearchWords.of(Stream.concat(Stream.of(title), Stream.concat(hashtags.stream(), Stream.of(description))))
                .stream()
                .limit(MOST_WORDS)
                .toList();
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
