package io.ticketing.ticket;

import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import io.ticketing.ticket.history.TicketField;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stands.
 *
 * @param id 24 hex digits
 * @param title as typed, 1 to 200 characters in one line
 * @param description as typed, 1 to 10,000 characters
 * @param hashtags normalised, 1 to 4
 * @param status where it stands for people
 * @param priority null until known
 * @param createdBy the requester
 * @param assignedTo who works on it; null while nobody does
 * @param summary of the analysis; null until analysed
 * @param helpfulNotes for whoever works on it; null until analysed
 * @param relatedSkills what it takes; empty until analysed
 * @param triage what triage says of it
 * @param setByPeople the fields that a person has set last; what a machine finds out for them is a suggestion
 * @param createdAt when it was opened
 * @param updatedAt when it changed last
 * @param version counts its changes, from 1; the sequence of the facts that tell of them
 */
public record Ticket(
        String id,
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
        long version) {

    public Ticket {
        hashtags = List.copyOf(hashtags);
        relatedSkills = List.copyOf(relatedSkills);
        setByPeople = Set.copyOf(setByPeople);
    }

    /** A ticket that was opened just now. */
    public static Ticket opened(
            String id, String requesterId, String title, String description, List<String> hashtags, Instant now) {
        return new Ticket(
                id,
                title,
                description,
                hashtags,
                TicketStatus.ACTIVE,
                null,
                requesterId,
                null,
                null,
                null,
                List.of(),
                Triage.pending(now),
                Set.of(),
                now,
                now,
                1);
    }

    /** Whether that user opened it. */
    public boolean isOf(String userId) {
        return createdBy.equals(userId);
    }

    /** Whether nobody has to work on it any more, unless it is reopened. */
    public boolean isOver() {
        return status == TicketStatus.RESOLVED || status == TicketStatus.CLOSED;
    }

    /** Begins an edit. */
    TicketEdit edit() {
        return new TicketEdit(this);
    }

    /** The same as its next version. */
    Ticket revised(Instant now) {
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
                now,
                version + 1);
    }

    /** The id alone: what people typed must not end up in a log. */
    @Override
    public String toString() {
        return "Ticket[" + id + ", version " + version + "]";
    }
}
