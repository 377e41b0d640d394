package io.ticketing.ticket.view;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Engine;
import io.ticketing.ticket.Triage;
import io.ticketing.ticket.TriageState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of a ticket's triage.
 *
 * @param state how far it has come
 * @param engine what analysed the ticket
 * @param model the model's name, when it was one
 * @param confidence 0 to 1, when the engine gives one
 * @param promptVersion version of the instructions or rules that the engine followed
 * @param reason why the ticket waits, or needs a person
 * @param explanation why this assignee
 * @param updatedAt when any of this changed last
 */
@Schema(name = "TicketTriage")
@RegisterForReflection
public record TriageView(
        @Schema(examples = "done") TriageState state,
        @Nullable Engine engine,
        @Schema(nullable = true) @Nullable String model,

        @Schema(minimum = "0", maximum = "1", nullable = true) @Nullable
        Double confidence,

        @Schema(nullable = true) @Nullable String promptVersion,

        @Schema(description = "Why the ticket waits, or needs a person") @Nullable
        String reason,

        @Schema(description = "Why this assignee", nullable = true) @Nullable
        String explanation,

        Instant updatedAt) {

    static TriageView of(Triage triage) {
        return new TriageView(
                triage.state(),
                triage.engine(),
                triage.model(),
                triage.confidence(),
                triage.promptVersion(),
                triage.reason(),
                triage.explanation(),
                triage.updatedAt());
    }
}
