package io.ticketing.ticket.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Actor;
import io.ticketing.events.Analysis;
import io.ticketing.events.Engine;
import io.ticketing.events.FactData;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.events.TicketUnassigned;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.TriageNeedsReview;
import io.ticketing.events.TriageNews;
import io.ticketing.events.TriageQueued;
import io.ticketing.events.TriageStarted;
import io.ticketing.standing.Hindrance;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketChange;
import io.ticketing.ticket.TicketEdit;
import io.ticketing.ticket.Triage;
import io.ticketing.ticket.TriageRun;
import io.ticketing.ticket.TriageState;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.ticket.history.TimelineAction;
import io.ticketing.ticket.history.TimelineNote;
import io.ticketing.ticket.history.TimelineValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplyingTriageTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.006Z");
    private static final Ticket FRESH = Ticket.opened("t1", "u1", "Title", "Text", List.of("tag"), NOW.minusSeconds(9));
    private static final Actor PERSON = Actor.person("p1");

    @Test
    void aStartMovesAFreshTicket() {
        TicketChange change = change(FRESH, started("r1"));

        assertThat(change.after().status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(change.after().triage().state()).isEqualTo(TriageState.RUNNING);
        assertThat(change.after().triage().updatedAt()).isEqualTo(NOW);
        assertThat(change.facts())
                .containsExactly(
                        new TicketStatusChanged("t1", TicketStatus.ACTIVE, TicketStatus.IN_PROGRESS, Actor.rule()),
                        new TicketChanged("t1", "u1", List.of("triage"), null, null, List.of(), Actor.rule()));
        assertThat(change.notes())
                .containsExactly(
                        changed(Actor.rule(), TicketField.STATUS, "active", "in-progress", null),
                        changed(Actor.rule(), TicketField.TRIAGE, "pending", "running", null));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void aStartLeavesTheStatusThatAPersonSet(TicketStatus status) {
        TicketChange change = change(byPerson(FRESH, edit -> edit.status(status)), started("r1"));

        assertThat(change.after().status()).isEqualTo(status);
        assertThat(change.after().triage().state()).isEqualTo(TriageState.RUNNING);
        assertThat(kinds(change)).containsExactly(TicketChanged.class);
        assertThat(change.notes()).extracting(TimelineNote::action).doesNotContain(TimelineAction.SUGGESTED);
    }

    @Test
    void aQueuedTicketHasItsAnalysisAndTheReason() {
        TicketChange change = change(after(FRESH, started("r1")), queued("r1", "all are away"));

        Ticket queued = change.after();
        assertThat(queued.triage().state()).isEqualTo(TriageState.QUEUED);
        assertThat(queued.triage().reason()).isEqualTo("all are away");
        assertThat(queued.triage().engine()).isEqualTo(Engine.OFFLINE);
        assertThat(queued.priority()).isEqualTo(Priority.HIGH);
        assertThat(queued.summary()).isEqualTo("summary");
        assertThat(queued.helpfulNotes()).isEqualTo("notes");
        assertThat(queued.relatedSkills()).containsExactly("network");
        assertThat(queued.assignedTo()).isNull();
        assertThat(queued.setByPeople()).isEmpty();
        assertThat(change.facts())
                .containsExactly(new TicketChanged(
                        "t1",
                        "u1",
                        List.of("priority", "summary", "helpfulNotes", "relatedSkills", "triage"),
                        null,
                        Priority.HIGH,
                        List.of("network"),
                        Actor.rule()));
        assertThat(change.notes())
                .contains(
                        changed(Actor.rule(), TicketField.PRIORITY, null, "high", null),
                        changed(Actor.rule(), TicketField.TRIAGE, "running", "queued", "all are away"));
    }

    @Test
    void aCompletedRunAssignsByRuleWhatTheOfflineAnalyserFound() {
        TicketChange change = change(after(FRESH, started("r1")), completed("r1", Engine.OFFLINE));

        assertThat(change.after().triage().state()).isEqualTo(TriageState.DONE);
        assertThat(change.after().triage().explanation()).isEqualTo("knows networks");
        assertThat(change.after().triage().reason()).isNull();
        assertThat(change.after().assignedTo()).isEqualTo("m1");
        assertThat(kinds(change)).containsExactly(TicketChanged.class, TicketAssigned.class);
        assertThat(change.facts())
                .contains(new TicketAssigned(
                        "t1",
                        "Title",
                        "m1",
                        Priority.HIGH,
                        "summary",
                        "notes",
                        List.of("network"),
                        "knows networks",
                        Actor.rule()));
        assertThat(change.notes()).contains(TimelineNote.assigned(Actor.rule(), null, "m1", "knows networks"));
    }

    @Test
    void whatTheModelFoundIsTheAis() {
        TicketChange change = change(after(FRESH, started("r1")), completed("r1", Engine.GEMINI));

        assertThat(change.notes()).isNotEmpty().allSatisfy(note -> assertThat(note.by())
                .isEqualTo(Actor.ai()));
        assertThat(change.facts())
                .last()
                .extracting(fact -> ((TicketAssigned) fact).by())
                .isEqualTo(Actor.ai());
    }

    @Test
    void whatAPersonHasSetStaysAndTheAisIsASuggestion() {
        Ticket set = byPerson(
                after(FRESH, started("r1")), edit -> edit.priority(Priority.LOW).relatedSkills(List.of("java")));

        TicketChange change = change(set, completed("r1", Engine.GEMINI));

        assertThat(change.after().priority()).isEqualTo(Priority.LOW);
        assertThat(change.after().relatedSkills()).containsExactly("java");
        assertThat(change.after().summary()).isEqualTo("summary");
        assertThat(change.after().assignedTo()).isEqualTo("m1");
        assertThat(suggestions(change))
                .containsExactly(
                        TimelineNote.suggested(
                                Actor.ai(),
                                TicketField.PRIORITY,
                                TimelineValue.of("low"),
                                TimelineValue.of("high"),
                                null),
                        TimelineNote.suggested(
                                Actor.ai(),
                                TicketField.RELATED_SKILLS,
                                TimelineValue.of(List.of("java")),
                                TimelineValue.of(List.of("network")),
                                null));
        assertThat(((TicketChanged) change.facts().getFirst()).fields())
                .containsExactly("summary", "helpfulNotes", "triage");
        assertThat(((TicketAssigned) change.facts().getLast()).priority()).isEqualTo(Priority.LOW);
    }

    @Test
    void aPersonsValueThatTheAiSharesNeedsNoSuggestion() {
        Ticket set = byPerson(FRESH, edit -> edit.priority(Priority.HIGH));

        assertThat(suggestions(change(set, completed("r1", Engine.GEMINI)))).isEmpty();
    }

    @Test
    void aPersonsValueOutlivesEveryRun() {
        Ticket set = byPerson(FRESH, edit -> edit.priority(Priority.LOW));

        Ticket twice = after(after(set, queued("r1", "full")), queued("r2", "full"));

        assertThat(twice.priority()).isEqualTo(Priority.LOW);
    }

    @Test
    void anAssigneeStaysAndWhoWasFoundIsASuggestion() {
        Ticket assigned = with(FRESH, "m0", FRESH.triage().running(new TriageRun("r1", 1L), NOW));

        TicketChange change = change(assigned, completed("r1", Engine.OFFLINE));

        assertThat(change.after().assignedTo()).isEqualTo("m0");
        assertThat(change.after().triage().state()).isEqualTo(TriageState.DONE);
        assertThat(kinds(change)).containsExactly(TicketChanged.class);
        assertThat(suggestions(change))
                .containsExactly(suggestedAssignee(Actor.rule(), TimelineValue.of("m0"), "knows networks"));
    }

    @Test
    void anAssigneeWhomARunFindsAgainIsNoSuggestion() {
        Ticket assigned = with(FRESH, "m1", FRESH.triage().running(new TriageRun("r1", 1L), NOW));

        TicketChange change = change(assigned, completed("r1", Engine.OFFLINE));

        assertThat(change.after().assignedTo()).isEqualTo("m1");
        assertThat(suggestions(change)).isEmpty();
    }

    @Test
    void aTicketThatAPersonTookFromSomebodyIsGivenOnByNoMachine() {
        Ticket taken = byPerson(with(FRESH, "m0", FRESH.triage()), edit -> edit.assignedTo(null));

        TicketChange change = change(taken, completed("r1", Engine.GEMINI));

        assertThat(change.after().assignedTo()).isNull();
        assertThat(change.after().triage().state()).isEqualTo(TriageState.NEEDS_REVIEW);
        assertThat(change.after().summary()).isEqualTo("summary");
        assertThat(kinds(change)).containsExactly(TicketChanged.class);
        assertThat(suggestions(change)).containsExactly(suggestedAssignee(Actor.ai(), null, "knows networks"));
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED"})
    void aTicketThatIsOverIsGivenToNobody(TicketStatus status) {
        Ticket over = byPerson(FRESH, edit -> edit.status(status));

        TicketChange change = change(over, completed("r1", Engine.GEMINI));

        assertThat(change.after().status()).isEqualTo(status);
        assertThat(change.after().assignedTo()).isNull();
        assertThat(change.after().priority()).isEqualTo(Priority.HIGH);
        assertThat(change.after().triage().state()).isEqualTo(TriageState.DONE);
        assertThat(kinds(change)).containsExactly(TicketChanged.class);
        assertThat(suggestions(change)).containsExactly(suggestedAssignee(Actor.ai(), null, "knows networks"));
    }

    @Test
    void nobodyWhoCannotWorkIsAssignedAndTheRunHasToGoOn() {
        Ticket running = after(FRESH, started("r1"));

        TicketChange change = change(running, completed("r1", Engine.GEMINI, "gone"));

        assertThat(change.after().assignedTo()).isNull();
        assertThat(change.after().summary()).isEqualTo("summary");
        assertThat(change.after().triage().state()).isEqualTo(TriageState.PENDING);
        assertThat(change.after().triage().explanation()).isNull();
        assertThat(change.after().triage().reason()).contains("deactivated");
        assertThat(change.facts()).endsWith(new TicketUnassigned("t1", "gone", Actor.rule()));
        assertThat(kinds(change)).containsExactly(TicketChanged.class, TicketUnassigned.class);
        assertThat(after(change.after(), queued("r1", "full")).triage().reason())
                .isEqualTo("full");
        assertThat(after(change.after(), completed("r1", Engine.GEMINI)).assignedTo())
                .isEqualTo("m1");
    }

    @Test
    void anAssigneeStaysThoughTheRunFoundSomebodyWhoCannotWork() {
        Ticket assigned = with(FRESH, "m0", FRESH.triage().running(new TriageRun("r1", 1L), NOW));

        TicketChange change = change(assigned, completed("r1", Engine.GEMINI, "gone"));

        assertThat(change.after().triage().state()).isEqualTo(TriageState.DONE);
        assertThat(kinds(change)).containsExactly(TicketChanged.class);
    }

    @Test
    void aReviewKeepsWhatIsKnown() {
        Ticket queued = after(after(FRESH, started("r1")), queued("r1", "waits"));

        TicketChange change = change(queued, new TriageNeedsReview("t1", "r1", null, null, "nobody there"));

        assertThat(change.after().triage().state()).isEqualTo(TriageState.NEEDS_REVIEW);
        assertThat(change.after().triage().reason()).isEqualTo("nobody there");
        assertThat(change.after().triage().engine()).isEqualTo(Engine.OFFLINE);
        assertThat(change.after().summary()).isEqualTo("summary");
        assertThat(change.notes())
                .containsExactly(changed(Actor.rule(), TicketField.TRIAGE, "queued", "needs-review", "nobody there"));
    }

    @Test
    void aReviewBringsTheAnalysisThatItHas() {
        Ticket ticket = after(FRESH, new TriageNeedsReview("t1", "r1", null, analysis(Engine.GEMINI), "unsure"));

        assertThat(ticket.triage().engine()).isEqualTo(Engine.GEMINI);
        assertThat(ticket.summary()).isEqualTo("summary");
    }

    @Test
    void lateNewsOfACompletedRunChangesNothing() {
        Ticket done = after(after(FRESH, started("r1")), completed("r1", Engine.OFFLINE));

        for (FactData late : List.of(
                started("r1"),
                queued("r1", "late"),
                completed("r1", Engine.GEMINI, "m2"),
                new TriageNeedsReview("t1", "r1", null, null, "late"))) {
            assertThat(change(done, late)).as("%s", late).isEqualTo(TicketChange.of(done));
        }
    }

    @Test
    void aStartThatIsHeardLateStillMovesTheStatus() {
        Ticket done = after(FRESH, completed("r1", Engine.OFFLINE));

        Ticket moved = after(done, started("r1"));

        assertThat(moved.status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(moved.triage()).isEqualTo(done.triage());
    }

    @Test
    void aNewRunTakesOverAndItsForerunnerIsHeardNoMore() {
        Ticket done = after(after(FRESH, started("r1")), completed("r1", Engine.OFFLINE));
        Ticket again = after(done, started("r2"));

        assertThat(again.triage().state()).isEqualTo(TriageState.RUNNING);
        assertThat(change(again, completed("r1", Engine.GEMINI))).isEqualTo(TicketChange.of(again));
        assertThat(after(again, queued("r2", "full")).triage().reason()).isEqualTo("full");
    }

    /** None of it was heard before: its letters died, and are tried again now. */
    @Test
    void aRunOfWhatTheTicketSaidBeforeIsHeardNoMoreHoweverLateItsNewsCome() {
        Ticket reworded = after(FRESH, started("r1", 5L));
        Ticket waiting = after(reworded, queued("r1", "full"));

        for (TriageNews late : allOf("r2", 1L)) {
            assertThat(change(reworded, late)).as("%s", late).isEqualTo(TicketChange.of(reworded));
            assertThat(change(waiting, late)).as("%s", late).isEqualTo(TicketChange.of(waiting));
        }
        assertThat(after(reworded, completed("r1", Engine.OFFLINE)).triage().state())
                .isEqualTo(TriageState.DONE);
    }

    @Test
    void aRunThatSomebodyWantedAnewIsNotSetBackByTheOneBeforeHoweverLateItsNewsCome() {
        Ticket done = after(after(FRESH, started("r1-r0001", 5L)), completed("r1-r0001", Engine.OFFLINE));

        for (TriageNews late : allOf("r1", 5L)) {
            assertThat(change(done, late)).as("%s", late).isEqualTo(TicketChange.of(done));
        }
        assertThat(after(done, started("r1-r0002", 5L)).triage().state()).isEqualTo(TriageState.RUNNING);
    }

    @Test
    void aRunOfWhichAnOlderWorkerToldIsKnownBetterByItsLaterNews() {
        Ticket started = after(FRESH, started("r1"));
        TriageNews queued = allOf("r1", 5L).get(1);

        Ticket waiting = after(started, queued);

        for (TriageNews late : allOf("r2", 4L)) {
            assertThat(change(waiting, late)).as("%s", late).isEqualTo(TicketChange.of(waiting));
        }
        assertThat(after(waiting, completed("r1", Engine.OFFLINE)).triage().wordingVersion())
                .isEqualTo(5);
    }

    @Test
    void whicheverNewsOfALaterRunComeFirstItTakesOver() {
        for (TriageNews first : allOf("r2", 5L)) {
            Ticket taken = after(after(FRESH, started("r1", 1L)), first);

            assertThat(taken.triage().runs()).endsWith("r2");
            for (TriageNews late : allOf("r0", 4L)) {
                assertThat(change(taken, late)).as("%s after %s", late, first).isEqualTo(TicketChange.of(taken));
            }
        }
    }

    @Test
    void theSameWordingMayBeTriagedAgain() {
        Ticket done = after(after(FRESH, started("r1", 5L)), completed("r1", Engine.OFFLINE));

        assertThat(after(done, started("r2", 5L)).triage().state()).isEqualTo(TriageState.RUNNING);
    }

    @Test
    void whatWaitsMayWaitInALaterRunForAnotherReasonAndThatIsTold() {
        Ticket queued = after(FRESH, queued("r1", "full"));

        TicketChange change = change(queued, queued("r2", "away"));

        assertThat(change.after().triage().reason()).isEqualTo("away");
        assertThat(((TicketChanged) change.facts().getFirst()).fields()).containsExactly("triage");
    }

    @Test
    void aRunThatWaitsWaitsForOneReason() {
        Ticket queued = after(FRESH, queued("r1", "full"));

        assertThat(change(queued, queued("r1", "away"))).isEqualTo(TicketChange.of(queued));
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

        assertThat(change(FRESH, other)).isEqualTo(TicketChange.of(FRESH));
    }

    private static TriageStarted started(String run) {
        return started(run, null);
    }

    private static TriageStarted started(String run, @Nullable Long ticketVersion) {
        return new TriageStarted("t1", run, ticketVersion);
    }

    private static TriageQueued queued(String run, String reason) {
        return new TriageQueued("t1", run, null, analysis(Engine.OFFLINE), reason);
    }

    private static TriageCompleted completed(String run, Engine engine) {
        return completed(run, engine, "m1");
    }

    private static TriageCompleted completed(String run, Engine engine, String assigneeId) {
        return new TriageCompleted("t1", run, null, analysis(engine), assigneeId, "knows networks");
    }

    private static List<TriageNews> allOf(String run, long ticketVersion) {
        Analysis analysis = analysis(Engine.GEMINI);
        return List.of(
                started(run, ticketVersion),
                new TriageQueued("t1", run, ticketVersion, analysis, "full"),
                new TriageCompleted("t1", run, ticketVersion, analysis, "m2", "knows networks"),
                new TriageNeedsReview("t1", run, ticketVersion, analysis, "unsure"));
    }

    private static Analysis analysis(Engine engine) {
        return new Analysis("summary", Priority.HIGH, "notes", List.of("network"), 0.8, engine, null, "1");
    }

    private static TicketChange change(Ticket ticket, FactData news) {
        return ApplyingTriage.apply(ticket, news, ApplyingTriageTest::hindrance, NOW);
    }

    private static Optional<Hindrance> hindrance(String userId) {
        return userId.equals("gone") ? Optional.of(Hindrance.DEACTIVATED) : Optional.empty();
    }

    private static Ticket after(Ticket ticket, FactData news) {
        return change(ticket, news).after();
    }

    private static Ticket byPerson(Ticket ticket, UnaryOperator<TicketEdit> edit) {
        return TicketChange.of(ticket).then(PERSON, null, edit).after();
    }

    private static Ticket with(Ticket ticket, @Nullable String assignee, Triage triage) {
        return TicketChange.of(ticket)
                .then(Actor.rule(), null, edit -> edit.assignedTo(assignee).triage(triage))
                .after();
    }

    private static List<Class<?>> kinds(TicketChange change) {
        return change.facts().stream().<Class<?>>map(Object::getClass).toList();
    }

    private static List<TimelineNote> suggestions(TicketChange change) {
        return change.notes().stream()
                .filter(note -> note.action() == TimelineAction.SUGGESTED)
                .toList();
    }

    private static TimelineNote suggestedAssignee(Actor by, @Nullable TimelineValue kept, String reason) {
        return TimelineNote.suggested(by, TicketField.ASSIGNED_TO, kept, TimelineValue.of("m1"), reason);
    }

    private static TimelineNote changed(
            Actor by, TicketField field, @Nullable String from, @Nullable String to, @Nullable String reason) {
        return TimelineNote.changed(by, field, TimelineValue.of(from), TimelineValue.of(to), reason);
    }
}
