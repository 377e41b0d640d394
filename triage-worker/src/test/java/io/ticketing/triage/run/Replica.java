package io.ticketing.triage.run;

import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxRelay;
import io.ticketing.triage.analysis.TicketAnalyser;
import io.ticketing.triage.assignment.Staff;
import io.ticketing.triage.desk.Desks;
import io.ticketing.triage.desk.TicketCases;
import io.ticketing.triage.skill.SkillVocabulary;
import jakarta.enterprise.context.ApplicationScoped;

/** Another worker over the service's own database. */
@ApplicationScoped
class Replica {

    private final TriageParts parts;
    private final TriageRuns runs;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final TicketAnalyser analyser;
    private final SkillVocabulary vocabulary;
    private final Staff staff;
    private final Desks desks;
    private final TicketCases cases;
    private final TriageConfig config;

    Replica(
            TriageParts parts,
            TriageRuns runs,
            Outbox outbox,
            OutboxRelay relay,
            TicketAnalyser analyser,
            SkillVocabulary vocabulary,
            Staff staff,
            Desks desks,
            TicketCases cases,
            TriageConfig config) {
        this.parts = parts;
        this.runs = runs;
        this.outbox = outbox;
        this.relay = relay;
        this.analyser = analyser;
        this.vocabulary = vocabulary;
        this.staff = staff;
        this.desks = desks;
        this.cases = cases;
        this.config = config;
    }

    /** Shares nothing but the database with the service's own. */
    TriageWorker worker() {
        return parts.worker(
                runs,
                outbox,
                relay,
                analyser,
                parts.assigning(vocabulary, staff, desks, cases, runs, config),
                staff,
                config);
    }
}
