package io.ticketing.ticket;

import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import java.time.Instant;
import java.util.List;
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
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public Ticket {
        hashtags = List.copyOf(hashtags);
        relatedSkills = List.copyOf(relatedSkills);
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
                now,
                now,
                1);
    }

    /** Whether that user opened it. */
    public boolean isOf(String userId) {
        return createdBy.equals(userId);
    }
}
