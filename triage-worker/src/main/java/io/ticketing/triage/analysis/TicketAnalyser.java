package io.ticketing.triage.analysis;

import java.util.Collection;

/** Reads what a ticket is about. Always answers, within the time that one ticket may take. */
@FunctionalInterface
public interface TicketAnalyser {

    /**
     * Analyses a ticket.
     *
     * @param text what the requester wrote
     * @param staffSkills skills that moderators have, as they gave them; they may be named beside the vocabulary's
     * @throws AnalysisStopped when this thread is interrupted; the one case without an answer
     */
    AnalysisResult analyse(TicketText text, Collection<String> staffSkills);
}
