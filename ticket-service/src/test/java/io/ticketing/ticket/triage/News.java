package io.ticketing.ticket.triage;

import io.ticketing.events.Analysis;
import io.ticketing.events.Engine;
import io.ticketing.events.Fact;
import io.ticketing.events.FactData;
import io.ticketing.events.Priority;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.TriageNeedsReview;
import io.ticketing.events.TriageQueued;
import io.ticketing.events.TriageStarted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What triage-worker would tell of a ticket in one of its runs; an older one does not tell of which of the ticket's versions. */
public record News(String ticketId, String runId, @Nullable Long ticketVersion) {

    static final Analysis ANALYSIS = new Analysis(
            "The Wi-Fi is down.",
            Priority.HIGH,
            "Restart the access point.",
            List.of("network"),
            0.9,
            Engine.GEMINI,
            "gemini-2.5-flash",
            "v1");

    /** News of a run of what the ticket said first. */
    public News(String ticketId, String runId) {
        this(ticketId, runId, 1L);
    }

    /** News of the first run. */
    public News(String ticketId) {
        this(ticketId, "first-run-of-" + ticketId);
    }

    public Fact started() {
        return fact(1, new TriageStarted(ticketId, runId, ticketVersion));
    }

    public Fact queued(String reason) {
        return fact(2, new TriageQueued(ticketId, runId, ticketVersion, ANALYSIS, reason));
    }

    public Fact completed(String assigneeId) {
        return fact(3, new TriageCompleted(ticketId, runId, ticketVersion, ANALYSIS, assigneeId, "Knows networks."));
    }

    public Fact needsReview(String reason) {
        return fact(3, new TriageNeedsReview(ticketId, runId, ticketVersion, null, reason));
    }

    private Fact fact(long sequence, FactData data) {
        return Fact.of(ticketId, sequence, Instant.now(), data);
    }
}
