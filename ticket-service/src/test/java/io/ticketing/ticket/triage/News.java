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

/** What triage-worker would tell of a ticket, in a run named after it. */
record News(String ticketId) {

    static final Analysis ANALYSIS = new Analysis(
            "The Wi-Fi is down.",
            Priority.HIGH,
            "Restart the access point.",
            List.of("network"),
            0.9,
            Engine.GEMINI,
            "gemini-2.5-flash",
            "v1");

    Fact started() {
        return fact(1, new TriageStarted(ticketId, run()));
    }

    Fact queued(String reason) {
        return fact(2, new TriageQueued(ticketId, run(), ANALYSIS, reason));
    }

    Fact completed(String assigneeId) {
        return fact(3, new TriageCompleted(ticketId, run(), ANALYSIS, assigneeId, "Knows networks."));
    }

    Fact needsReview(String reason) {
        return fact(3, new TriageNeedsReview(ticketId, run(), null, reason));
    }

    private String run() {
        return "run-of-" + ticketId;
    }

    private Fact fact(long sequence, FactData data) {
        return Fact.of(run(), sequence, Instant.now(), data);
    }
}
