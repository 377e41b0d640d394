package io.ticketing.triage.run;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.ticketing.events.Engine;
import io.ticketing.events.Fact;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketCreated;
import io.ticketing.events.TicketStatus;
import io.ticketing.outbox.Outbox;
import io.ticketing.testing.MovableClock;
import io.ticketing.triage.analysis.AnalysisResult;
import io.ticketing.triage.analysis.AnalysisStopped;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketAnalysis;
import io.ticketing.triage.analysis.TicketText;
import io.ticketing.triage.assignment.AssigningTicket;
import io.ticketing.triage.assignment.Ranking;
import io.ticketing.triage.assignment.Staff;
import io.ticketing.triage.assignment.StaffMember;
import io.ticketing.triage.desk.CaseDocument;
import io.ticketing.triage.desk.DeskDocument;
import io.ticketing.triage.desk.Desks;
import io.ticketing.triage.desk.TicketCases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Several workers on one database of their own, whose facts stay in the outbox. Their time passes when the test says so. */
final class Replicas {

    static final Duration LEASE = Duration.ofSeconds(3);
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private final MovableClock clock = new MovableClock();
    private final MongoCollection<RunDocument> collection;
    private final TriageRuns runs;
    private final Desks desks;
    private final MongoCollection<CaseDocument> caseDocuments;
    private final TicketCases cases;
    private final Outbox outbox;
    private final List<StaffMember> members;
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Staff staff = new Known();
    private final AtomicInteger analyses = new AtomicInteger();
    private final List<TriageWorker> workers = new ArrayList<>();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile @Nullable Runnable trouble;
    private volatile Duration calm = Duration.ZERO;

    Replicas(MongoDatabase database, Outbox outbox, StaffMember... staff) {
        this.collection = database.getCollection("runs", RunDocument.class);
        this.runs = new TriageRuns(collection, clock, LEASE);
        this.desks = new Desks(database.getCollection("desks", DeskDocument.class), clock);
        this.caseDocuments = database.getCollection("cases", CaseDocument.class);
        this.cases = new TicketCases(caseDocuments);
        this.outbox = outbox;
        this.members = new CopyOnWriteArrayList<>(staff);
    }

    TriageRuns runs() {
        return runs;
    }

    MortalRuns mortalRuns(Step at, boolean afterTheWrite) {
        return new MortalRuns(collection, clock, LEASE, at, afterTheWrite);
    }

    MeddledRuns meddledRuns(Step at, Runnable meddling) {
        return new MeddledRuns(collection, clock, LEASE, at, meddling);
    }

    Desks desks() {
        return desks;
    }

    LostPlaces lostPlaces() {
        return new LostPlaces(desks, runs, assigning());
    }

    /** The same, but something happens once it has seen how a ticket's run stands. */
    LostPlaces lostPlaces(Runnable meanwhile) {
        AtomicBoolean hasHappened = new AtomicBoolean();
        TriageRuns changing = new TriageRuns(collection, clock, LEASE) {
            @Override
            public Optional<RunDocument> newest(String ticketId) {
                Optional<RunDocument> seen = super.newest(ticketId);
                if (!hasHappened.getAndSet(true)) {
                    meanwhile.run();
                }
                return seen;
            }
        };
        return new LostPlaces(desks, changing, assigning());
    }

    /** The run as it is when it has come to that state, with that assignee. */
    void end(Fact ticket, RunState state, @Nullable String assigneeId) {
        begin(ticket);
        collection.updateOne(
                Filters.eq("_id", ticket.id()),
                Updates.combine(
                        Updates.set("state", state), Updates.set("assigneeId", assigneeId), Updates.unset("wakeAt")));
    }

    void passTime(Duration time) {
        clock.advance(time);
    }

    Instant now() {
        return clock.instant();
    }

    int analyses() {
        return analyses.get();
    }

    void holdAnalyses() {
        held = new CountDownLatch(1);
    }

    void releaseAnalyses() {
        held.countDown();
    }

    void keepCalmFor(Duration time) {
        calm = time;
    }

    void breakAnalyses(Runnable with) {
        trouble = with;
    }

    void begin(Fact ticket) {
        runs.begin(BeginningRun.run(ticket, (TicketCreated) ticket.data(), clock.instant()));
    }

    /** As the service does when Inngest leads the runs. */
    void beginLed(Fact ticket) {
        Instant firstTurn = clock.instant().plus(PATIENCE);
        runs.begin(BeginningRun.run(ticket, (TicketCreated) ticket.data(), firstTurn));
    }

    /** As the service does when it hears of a new wording. */
    void beginAnew(Fact changed) {
        beginning(runs).beginAnew(changed, (TicketChanged) changed.data());
    }

    /** As the service does when it hears that a person has set something. */
    void hears(Fact set) {
        beginning(runs).steer(set, (TicketChanged) set.data());
    }

    /** As the service does when it hears of a new ticket that is deleted at that very moment. */
    void beginJustBeforeItIsForgotten(Fact ticket) {
        TriageRuns tooLate = new TriageRuns(collection, clock, LEASE) {
            @Override
            public void begin(RunDocument run) {
                isForgotten(ticket.subject());
                super.begin(run);
            }
        };
        beginning(tooLate).begin(ticket, (TicketCreated) ticket.data());
    }

    private BeginningRun beginning(TriageRuns view) {
        TriageWorker nobody = new TriageWorker(view, workflow(view), assigning(), new Quick(calm), clock);
        return new BeginningRun(view, cases, assigning(), nobody, new Quick(calm), clock);
    }

    OutdatedWaits outdatedWaits() {
        return new OutdatedWaits(runs, assigning());
    }

    void queue(Fact ticket, String skill) {
        queue(ticket, skill, Priority.HIGH);
    }

    void queue(Fact ticket, String skill, Priority priority) {
        begin(ticket);
        collection.updateOne(
                Filters.eq("_id", ticket.id()),
                Updates.combine(
                        Updates.set("state", RunState.QUEUED),
                        Updates.set("next", Step.ASSIGN),
                        Updates.set("analysis", analysis(skill, priority)),
                        Updates.set("rank", priority.ordinal() + 1),
                        Updates.set("skills", List.of(skill)),
                        Updates.set("queuedAt", clock.instant()),
                        Updates.unset("wakeAt")));
    }

    void isAssigned(String ticketId, String userId) {
        caseDocuments.replaceOne(
                Filters.eq("_id", ticketId),
                new CaseDocument(ticketId, null, userId, List.of(), null, null, null, null),
                new ReplaceOptions().upsert(true));
    }

    /** It was resolved by whoever had it. */
    void isOver(String ticketId, String userId) {
        caseDocuments.replaceOne(
                Filters.eq("_id", ticketId),
                new CaseDocument(ticketId, TicketStatus.RESOLVED, userId, List.of(), null, null, null, null),
                new ReplaceOptions().upsert(true));
    }

    void isMoved(String ticketId, TicketStatus to) {
        caseDocuments.replaceOne(
                Filters.eq("_id", ticketId),
                new CaseDocument(ticketId, to, null, List.of(), null, null, null, null),
                new ReplaceOptions().upsert(true));
    }

    /** A person has said what the ticket takes, and nobody was woken. */
    void isSet(String ticketId, String skill) {
        caseDocuments.replaceOne(
                Filters.eq("_id", ticketId),
                new CaseDocument(ticketId, null, null, List.of(), null, null, null, List.of(skill)),
                new ReplaceOptions().upsert(true));
    }

    /** As the service does when it hears that the ticket was deleted. */
    void isForgotten(String ticketId) {
        caseDocuments.replaceOne(
                Filters.eq("_id", ticketId),
                new CaseDocument(ticketId, null, null, List.of(), null, true, null, null),
                new ReplaceOptions().upsert(true));
        desks.clear(ticketId);
        runs.removeAllOf(ticketId);
    }

    /** That member of staff is there from now on, and as he is now. */
    void hire(StaffMember member) {
        members.removeIf(known -> known.id().equals(member.id()));
        members.add(member);
        workers.forEach(TriageWorker::somebodyIsFree);
    }

    void isDeleted(String userId) {
        members.removeIf(member -> member.id().equals(userId));
        gone.add(userId);
        desks.remove(userId);
    }

    RunDocument run(Fact ticket) {
        return runs.find(ticket.id()).orElseThrow();
    }

    TriageWorkflow workflow() {
        return workflow(runs);
    }

    TriageWorker start(TriageRuns view) {
        TriageWorker worker = new TriageWorker(view, workflow(view), assigning(), new Quick(calm), clock);
        workers.add(worker);
        worker.start();
        return worker;
    }

    void stop() throws InterruptedException {
        for (TriageWorker worker : workers) {
            worker.stop();
        }
        workers.clear();
    }

    private TriageWorkflow workflow(TriageRuns view) {
        RunWriter writer = new RunWriter(view, outbox, id -> {}, clock);
        return new TriageWorkflow(writer, (text, skills) -> analyse(text), assigning(), staff, clock);
    }

    private AssigningTicket assigning() {
        return new AssigningTicket(
                new Ranking(Tables.vocabulary(), Duration.ofHours(4)), staff, desks, cases, runs.waitingLine(), clock);
    }

    private AnalysisResult analyse(TicketText text) {
        analyses.incrementAndGet();
        try {
            held.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AnalysisStopped(stopping);
        }
        Optional.ofNullable(trouble).ifPresent(Runnable::run);
        String skill = text.hashtags().contains("java") ? "java" : "networking";
        return new AnalysisResult(analysis(skill, Priority.HIGH), List.of());
    }

    private static TicketAnalysis analysis(String skill, Priority priority) {
        return new TicketAnalysis("VPN", priority, "-", List.of(skill), null, Engine.OFFLINE, null, "offline-1");
    }

    /** The staff as it is now. */
    private final class Known implements Staff {
        @Override
        public List<StaffMember> members() {
            return List.copyOf(members);
        }

        @Override
        public boolean isGone(String userId) {
            return gone.contains(userId);
        }
    }

    /** Short times. */
    private record Quick(Duration calm) implements TriageConfig {
        @Override
        public int concurrency() {
            return 4;
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration lease() {
            return LEASE;
        }

        @Override
        public Duration backoff() {
            return Duration.ofMillis(20);
        }

        @Override
        public int maxFailures() {
            return 3;
        }

        @Override
        public TriageEngine engine() {
            return TriageEngine.KAFKA;
        }

        @Override
        public Duration patience() {
            return PATIENCE;
        }

        @Override
        public Duration maxWait() {
            return Duration.ofHours(4);
        }
    }
}
