package io.ticketing.ticket.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.ticket.Ticket;
import io.ticketing.web.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a caller sees it; for clients one flat shape.
 *
 * @param ticket what everybody sees who sees it at all
 * @param findings what staff see besides; null, and then not there at all, for others
 */
@Schema(
        name = "Ticket",
        description = "What triage found out (summary, helpfulNotes, relatedSkills, triage) is for staff: "
                + "what the requester gets has no such fields")
@RegisterForReflection
public record TicketView(
        @JsonUnwrapped RequesterView ticket,
        @JsonUnwrapped @Nullable StaffView findings) {

    static TicketView of(Ticket ticket, People people, Caller caller) {
        return new TicketView(RequesterView.of(ticket, people), caller.isStaff() ? StaffView.of(ticket) : null);
    }
}
