package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket has a new assignee.
 *
 * @param ticketId the ticket
 * @param title as typed
 * @param assigneeId who shall work on it
 * @param priority null while unknown
 * @param summary of the analysis, if there is one
 * @param helpfulNotes of the analysis, if there is one
 * @param relatedSkills of the analysis; empty while unknown
 * @param reason why this assignee, in words
 * @param by who assigned it
 */
@RegisterForReflection
public record TicketAssigned(
        String ticketId,
        String title,
        String assigneeId,
        @Nullable Priority priority,
        @Nullable String summary,
        @Nullable String helpfulNotes,
        List<String> relatedSkills,
        String reason,
        Actor by)
        implements FactData {

    public TicketAssigned {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(title, "title");
        requireNonNull(assigneeId, "assigneeId");
        requireNonNull(reason, "reason");
        requireNonNull(by, "by");
        relatedSkills = List.copyOf(requireNonNull(relatedSkills, "relatedSkills"));
    }

    /** The id alone: what people typed must not end up in a log. */
    @Override
    public String toString() {
        return "TicketAssigned[ticketId=" + ticketId + "]";
    }
}
