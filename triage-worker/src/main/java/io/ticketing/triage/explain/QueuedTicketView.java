package io.ticketing.triage.explain;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.Priority;
import io.ticketing.triage.assignment.Turn;
import io.ticketing.triage.run.RunState;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that waits.
 *
 * @param state for whom it waits
 * @param priority null while it is not analysed
 * @param reason why it waits
 * @param since when it began to wait
 * @param until when an admin gets it at the latest; null when no time is set
 */
@Schema(name = "QueuedTicket", description = "A ticket that waits for somebody, or for a person who looks")
@RegisterForReflection
public record QueuedTicketView(
        @Schema(examples = "66f0c0ffee0123456789abcd") String ticketId,

        @Schema(examples = "0193a5b0-7c1e-7d3a-9b1f-2f6f7f1c9a10")
        String runId,

        @Schema(examples = "Login fails on campus Wi-Fi") String title,

        @Schema(
                description = "queued: goes to the first who is free; needs-review: a person has to say who does it",
                enumeration = {"queued", "needs-review"})
        String state,

        @Schema(description = "Null while the ticket is not analysed") @Nullable
        Priority priority,

        @Schema(description = "Why it waits") String reason,
        Instant since,

        @Schema(description = "When an admin gets it at the latest; null when no time is set") @Nullable
        Instant until) {

    static QueuedTicketView of(WaitingRunDocument run, Duration maxWait) {
        Integer rank = run.rank();
        return new QueuedTicketView(
                run.ticketId(),
                run.id(),
                run.title(),
                run.state() == RunState.QUEUED ? "queued" : "needs-review",
                rank == null ? null : Turn.priority(rank),
                run.why(),
                run.since(),
                run.waitsForModerators() ? run.since().plus(maxWait) : null);
    }
}
