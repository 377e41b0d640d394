package io.ticketing.ticket.view;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.ticket.Ticket;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What only staff see of a ticket: what triage found out. */
@RegisterForReflection
public record StaffView(
        @Schema(description = "For staff; null until analysed") @Nullable
        String summary,

        @Schema(description = "For staff; null until analysed") @Nullable
        String helpfulNotes,

        @Schema(description = "For staff; empty until analysed")
        List<String> relatedSkills,

        @Schema(description = "For staff") TriageView triage) {

    static StaffView of(Ticket ticket) {
        return new StaffView(
                ticket.summary(), ticket.helpfulNotes(), ticket.relatedSkills(), TriageView.of(ticket.triage()));
    }
}
