package io.ticketing.notification.delivery;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an assignment mail tells of a ticket, as it was when it was assigned.
 *
 * @param id the ticket
 * @param title as typed
 * @param priority null while unknown
 * @param summary of the analysis, if there is one
 * @param notes of the analysis, if there are any
 * @param skills of the analysis; empty while unknown
 * @param reason why this assignee, in words
 */
@RegisterForReflection
public record AssignedTicket(
        String id,
        String title,
        @Nullable Priority priority,
        @Nullable String summary,
        @Nullable String notes,
        List<String> skills,
        String reason) {

    public AssignedTicket {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(reason, "reason");
        skills = List.copyOf(requireNonNull(skills, "skills"));
    }

    /** Names the ticket and shows nothing of it, so that no text ends up in a log. */
    @Override
    public String toString() {
        return "AssignedTicket[" + id + "]";
    }
}
