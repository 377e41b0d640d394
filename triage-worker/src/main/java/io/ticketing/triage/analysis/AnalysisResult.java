package io.ticketing.triage.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The analysis of a ticket and how it came about.
 *
 * @param analysis what holds
 * @param attempts all tries, in their order; the last one gave the analysis
 */
public record AnalysisResult(TicketAnalysis analysis, List<AnalysisAttempt> attempts) {

    public AnalysisResult {
        requireNonNull(analysis, "analysis");
        attempts = List.copyOf(attempts);
    }
}
