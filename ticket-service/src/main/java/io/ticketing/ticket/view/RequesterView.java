package io.ticketing.ticket.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import io.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What everybody sees of a ticket who sees it at all. */
@RegisterForReflection
public record RequesterView(
        @JsonProperty("_id") @Schema(name = "_id", examples = "66f0c0ffee0123456789abcd")
        String id,

        @Schema(examples = "Login fails on campus Wi-Fi") String title,

        @Schema(examples = "Since this morning the login page answers 502.")
        String description,

        @Schema(examples = "[\"network\"]") List<String> hashtags,
        TicketStatus status,
        @Schema(description = "Null until known") @Nullable Priority priority,
        PersonView createdBy,

        @Schema(description = "Null while nobody works on it") @Nullable
        PersonView assignedTo,

        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "Counts the changes; also the ETag", examples = "1")
        long version) {

    static RequesterView of(Ticket ticket, People people) {
        return new RequesterView(
                ticket.id(),
                ticket.title(),
                ticket.description(),
                ticket.hashtags(),
                ticket.status(),
                ticket.priority(),
                PersonView.of(ticket.createdBy(), people),
                ticket.assignedTo() == null ? null : PersonView.of(ticket.assignedTo(), people),
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.version());
    }
}
