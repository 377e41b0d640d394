package io.ticketing.ticket.triage;

import io.ticketing.events.Analysis;
import io.ticketing.events.FactData;
import io.ticketing.events.TicketStatus;
import io.ticketing.ticket.Triage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What news of triage does to a ticket. */
sealed interface TriageOutcome {

    /** The ticket has gone on already, or the news is none that tickets follow. */
    record Unchanged() implements TriageOutcome {}

    /**
     * The ticket changes.
     *
     * @param status its status from now on
     * @param triage its triage from now on
     * @param analysis what was found out; null when that stays as it is
     * @param assignedTo the new assignee; null when that stays as it is
     * @param facts what others are told
     */
    record Changed(
            TicketStatus status,
            Triage triage,
            @Nullable Analysis analysis,
            @Nullable String assignedTo,
            List<FactData> facts)
            implements TriageOutcome {}
}
