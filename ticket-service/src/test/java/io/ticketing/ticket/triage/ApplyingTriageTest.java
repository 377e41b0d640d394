package io.ticketing.ticket.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Actor;
import io.ticketing.events.Analysis;
import io.ticketing.events.Engine;
import io.ticketing.events.FactData;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.events.TicketUnassigned;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.TriageNeedsReview;
import io.ticketing.events.TriageQueued;
import io.ticketing.events.TriageStarted;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.Triage;
import io.ticketing.ticket.TriageState;
import io.ticketing.ticket.triage.TriageOutcome.Changed;
import io.ticketing.ticket.triage.TriageOutcome.Unchanged;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplyingTriageTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.006Z");
    private static final Ticket FRESH = Ticket.opened("t1", "u1", "Title", "Text", List.of("tag"), NOW.minusSeconds(9));

    @Test
    void aStartMovesAFreshTicket() {
        Changed change = changed(FRESH, started("r1"));

        assertThat(change.status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(change.triage().state()).isEqualTo(TriageState.RUNNING);
        assertThat(change.triage().updatedAt()).isEqualTo(NOW);
        assertThat(change.facts())
                .containsExactly(
                        new TicketStatusChanged("t1", TicketStatus.ACTIVE, TicketStatus.IN_PROGRESS, Actor.rule()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void aStartLeavesTheStatusThatAPersonSet(TicketStatus status) {
        Changed change = changed(ticket(status, null, FRESH.triage()), started("r1"));

        assertThat(change.status()).isEqualTo(status);
        assertThat(change.triage().state()).isEqualTo(TriageState.RUNNING);
        assertThat(change.facts()).isEmpty();
    }

    @Test
    void aQueuedTicketHasItsAnalysisAndTheReason() {
        Changed change = changed(after(FRESH, started("r1")), queued("r1", "all are away"));

        assertThat(change.triage().state()).isEqualTo(TriageState.QUEUED);
        assertThat(change.triage().reason()).isEqualTo("all are away");
        assertThat(change.triage().engine()).isEqualTo(Engine.OFFLINE);
        assertThat(change.analysis()).isEqualTo(analysis(Engine.OFFLINE));
        assertThat(change.assignedTo()).isNull();
        assertThat(change.facts()).isEmpty();
    }

    @Test
    void aCompletedRunAssignsByRuleWhatTheOfflineAnalyserFound() {
        Changed change = changed(after(FRESH, started("r1")), completed("r1", Engine.OFFLINE));

        assertThat(change.triage().state()).isEqualTo(TriageState.DONE);
        assertThat(change.triage().explanation()).isEqualTo("knows networks");
        assertThat(change.triage().reason()).isNull();
        assertThat(change.assignedTo()).isEqualTo("m1");
        assertThat(change.facts())
                .containsExactly(new TicketAssigned(
                        "t1",
                        "Title",
                        "m1",
                        Priority.HIGH,
                        "summary",
                        "notes",
                        List.of("network"),
                        "knows networks",
                        Actor.rule()));
    }

    @Test
    void aCompletedRunAssignsByAiWhatTheModelFound() {
        Changed change = changed(after(FRESH, started("r1")), completed("r1", Engine.GEMINI));

        assertThat(change.facts())
                .singleElement()
                .extracting(fact -> ((TicketAssigned) fact).by())
                .isEqualTo(Actor.ai());
    }

    @Test
    void anAssigneeStays() {
        Ticket assigned = ticket(TicketStatus.IN_PROGRESS, "m0", FRESH.triage().running("r1", NOW));

        Changed change = changed(assigned, completed("r1", Engine.OFFLINE));

        assertThat(change.assignedTo()).isNull();
        assertThat(change.triage().state()).isEqualTo(TriageState.DONE);
        assertThat(change.facts()).isEmpty();
    }

    @Test
    void nobodyWhoIsGoneIsAssignedAndTheRunHasToGoOn() {
        Ticket running = after(FRESH, started("r1"));

        Changed change = changed(running, new TriageCompleted("t1", "r1", analysis(Engine.GEMINI), "gone", "so it is"));

        assertThat(change.assignedTo()).isNull();
        assertThat(change.analysis()).isEqualTo(analysis(Engine.GEMINI));
        assertThat(change.triage().state()).isEqualTo(TriageState.PENDING);
        assertThat(change.triage().explanation()).isNull();
        assertThat(change.facts()).containsExactly(new TicketUnassigned("t1", "gone", Actor.rule()));
        Ticket waiting = ticket(change.status(), null, change.triage());
        assertThat(changed(waiting, queued("r1", "full")).triage().reason()).isEqualTo("full");
        assertThat(changed(waiting, completed("r1", Engine.GEMINI)).assignedTo())
                .isEqualTo("m1");
    }

    @Test
    void anAssigneeStaysThoughTheRunFoundSomebodyWhoIsGone() {
        Ticket assigned = ticket(TicketStatus.IN_PROGRESS, "m0", FRESH.triage().running("r1", NOW));

        Changed change =
                changed(assigned, new TriageCompleted("t1", "r1", analysis(Engine.GEMINI), "gone", "so it is"));

        assertThat(change.triage().state()).isEqualTo(TriageState.DONE);
        assertThat(change.facts()).isEmpty();
    }

    @Test
    void aReviewKeepsWhatIsKnown() {
        Ticket queued = after(after(FRESH, started("r1")), queued("r1", "waits"));

        Changed change = changed(queued, new TriageNeedsReview("t1", "r1", null, "nobody there"));

        assertThat(change.triage().state()).isEqualTo(TriageState.NEEDS_REVIEW);
        assertThat(change.triage().reason()).isEqualTo("nobody there");
        assertThat(change.triage().engine()).isEqualTo(Engine.OFFLINE);
        assertThat(change.analysis()).isNull();
    }

    @Test
    void aReviewBringsTheAnalysisThatItHas() {
        Changed change = changed(FRESH, new TriageNeedsReview("t1", "r1", analysis(Engine.GEMINI), "unsure"));

        assertThat(change.triage().engine()).isEqualTo(Engine.GEMINI);
        assertThat(change.analysis()).isEqualTo(analysis(Engine.GEMINI));
    }

    @Test
    void lateNewsOfACompletedRunChangesNothing() {
        Ticket done = after(after(FRESH, started("r1")), completed("r1", Engine.OFFLINE));

        for (FactData late : List.of(
                started("r1"),
                queued("r1", "late"),
                completed("r1", Engine.GEMINI),
                new TriageNeedsReview("t1", "r1", null, "late"))) {
            assertThat(ApplyingTriage.apply(done, late, Set.of("gone")::contains, NOW))
                    .as("%s", late)
                    .isInstanceOf(Unchanged.class);
        }
    }

    @Test
    void aStartThatIsHeardLateStillMovesTheStatus() {
        Ticket done = after(FRESH, completed("r1", Engine.OFFLINE));

        Changed change = changed(done, started("r1"));

        assertThat(change.status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(change.triage()).isEqualTo(done.triage());
    }

    @Test
    void aNewRunTakesOverAndItsForerunnerIsHeardNoMore() {
        Ticket done = after(after(FRESH, started("r1")), completed("r1", Engine.OFFLINE));
        Ticket again = after(done, started("r2"));

        assertThat(again.triage().state()).isEqualTo(TriageState.RUNNING);
        assertThat(ApplyingTriage.apply(again, completed("r1", Engine.GEMINI), Set.of("gone")::contains, NOW))
                .isInstanceOf(Unchanged.class);
        assertThat(changed(again, queued("r2", "full")).triage().reason()).isEqualTo("full");
    }

    @Test
    void whatWaitsMayWaitInALaterRunForAnotherReason() {
        Ticket queued = after(FRESH, queued("r1", "full"));

        assertThat(changed(queued, queued("r2", "away")).triage().reason()).isEqualTo("away");
    }

    @Test
    void aRunThatWaitsWaitsForOneReason() {
        Ticket queued = after(FRESH, queued("r1", "full"));

        assertThat(ApplyingTriage.apply(queued, queued("r1", "away"), Set.of("gone")::contains, NOW))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void runsAreRememberedButNotForEver() {
        Ticket ticket = FRESH;
        for (int run = 0; run < 50; run++) {
            ticket = after(ticket, started("r" + run));
        }

        assertThat(ticket.triage().runs()).hasSize(20).startsWith("r30").endsWith("r49");
    }

    @Test
    void otherNewsChangesNothing() {
        FactData other = new TicketStatusChanged("t1", TicketStatus.ACTIVE, TicketStatus.CLOSED, Actor.rule());

        assertThat(ApplyingTriage.apply(FRESH, other, Set.of("gone")::contains, NOW))
                .isInstanceOf(Unchanged.class);
    }

    private static TriageStarted started(String run) {
        return new TriageStarted("t1", run);
    }

    private static TriageQueued queued(String run, String reason) {
        return new TriageQueued("t1", run, analysis(Engine.OFFLINE), reason);
    }

    private static TriageCompleted completed(String run, Engine engine) {
        return new TriageCompleted("t1", run, analysis(engine), "m1", "knows networks");
    }

    private static Analysis analysis(Engine engine) {
        return new Analysis("summary", Priority.HIGH, "notes", List.of("network"), 0.8, engine, null, "1");
    }

    private static Changed changed(Ticket ticket, FactData news) {
        return (Changed) ApplyingTriage.apply(ticket, news, Set.of("gone")::contains, NOW);
    }

    private static Ticket after(Ticket ticket, FactData news) {
        Changed change = changed(ticket, news);
        String assignee = change.assignedTo() == null ? ticket.assignedTo() : change.assignedTo();
        return ticket(change.status(), assignee, change.triage());
    }

    private static Ticket ticket(TicketStatus status, @Nullable String assignee, Triage triage) {
        return new Ticket(
                FRESH.id(),
                FRESH.title(),
                FRESH.description(),
                FRESH.hashtags(),
                status,
                null,
                FRESH.createdBy(),
                assignee,
                null,
                null,
                List.of(),
                triage,
                Set.of(),
                FRESH.createdAt(),
                FRESH.updatedAt(),
                FRESH.version());
    }
}
