package io.ticketing.ticket.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.ticket.Ticket;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What staff see of a ticket: all that the requester sees, and what triage found out. */
@Schema(name = "StaffTicket", description = "A ticket as staff see it")
@RegisterForReflection
public record StaffView(
        @JsonUnwrapped RequesterView ticket,

        @Schema(description = "Null until analysed") @Nullable
        String summary,

        @Schema(description = "Null until analysed") @Nullable
        String helpfulNotes,

        @Schema(description = "Empty until analysed") List<String> relatedSkills,
        TriageView triage)
        implements TicketView {

    static StaffView of(Ticket ticket, People people) {
        return new StaffView(
                RequesterView.of(ticket, people),
                ticket.summary(),
                ticket.helpfulNotes(),
                ticket.relatedSkills(),
                TriageView.of(ticket.triage()));
    }
}
