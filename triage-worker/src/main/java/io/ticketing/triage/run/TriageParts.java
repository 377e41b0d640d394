package io.ticketing.triage.run;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxRelay;
import io.ticketing.outbox.OutboxSource;
import io.ticketing.triage.analysis.TicketAnalyser;
import io.ticketing.triage.assignment.AssigningTicket;
import io.ticketing.triage.assignment.Ranking;
import io.ticketing.triage.assignment.Staff;
import io.ticketing.triage.desk.CaseDocument;
import io.ticketing.triage.desk.DeskDocument;
import io.ticketing.triage.desk.Desks;
import io.ticketing.triage.desk.TicketCases;
import io.ticketing.triage.skill.SkillVocabulary;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the parts together; they know nothing of each other's making, so that tests can build several workers. */
@Singleton
class TriageParts {

    private final MongoDatabase database;
    private final Clock clock;

    TriageParts(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database, Clock clock) {
        this.database = mongo.getDatabase(database);
        this.clock = clock;
    }

    @Produces
    @Singleton
    OutboxSource outboxSource() {
        return () -> database.getCollection("runs");
    }

    @Produces
    @Singleton
    TriageRuns runs(TriageConfig config) {
        return new TriageRuns(database.getCollection("runs", RunDocument.class), clock, config.lease());
    }

    @Produces
    @Singleton
    Desks desks() {
        return new Desks(database.getCollection("desks", DeskDocument.class), clock);
    }

    @Produces
    @Singleton
    TicketCases cases() {
        return new TicketCases(database.getCollection("cases", CaseDocument.class));
    }

    @Produces
    @Singleton
    AssigningTicket assigning(
            SkillVocabulary vocabulary,
            Staff staff,
            Desks desks,
            TicketCases cases,
            TriageRuns runs,
            TriageConfig config) {
        return new AssigningTicket(
                new Ranking(vocabulary, config.maxWait()), staff, desks, cases, runs.waitingLine(), clock);
    }

    @Produces
    @Singleton
    TriageWorker worker(
            TriageRuns runs,
            Outbox outbox,
            OutboxRelay relay,
            TicketAnalyser analyser,
            AssigningTicket assigning,
            Staff staff,
            TriageConfig config) {
        RunWriter writer = new RunWriter(runs, outbox, relay::carry, clock);
        TriageWorkflow workflow = new TriageWorkflow(writer, analyser, assigning, staff, clock);
        return new TriageWorker(runs, workflow, assigning, config, clock);
    }
}
