package io.ticketing.triage.run;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Fact;
import io.ticketing.events.Role;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxEntry;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import io.ticketing.triage.assignment.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a run, and of the place that it took, when its ticket says something else. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class NewWordingTest {

    private final Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
    private final Fact reworded = World.reworded(ticket, 5, "It is the build", "Java does not compile.", "java");
    private final Replicas replicas;

    NewWordingTest(Outbox outbox) {
        this.replicas = new Replicas(
                MongoResource.mongo().freshDatabase("reworded"),
                outbox,
                moderator("ada", "networking"),
                moderator("grace", "java"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.stop();
    }

    /** Just before each write: the worker goes on with the old run, has taken a place for it or is about to tell. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void aRunThatIsUnderWayStopsWithoutAResultAndLeavesNoPlace(Step at) {
        replicas.begin(ticket);
        replicas.start(replicas.meddledRuns(at, this::rewordOnce));

        awaitDone(reworded);

        assertThat(replicas.run(ticket).state()).isEqualTo(RunState.SUPERSEDED);
        assertThat(replicas.run(ticket).outbox()).isNull();
        assertThat(replicas.run(reworded).assigneeId()).isEqualTo("grace");
        assertThat(told(reworded)).containsExactly("triage/started", "triage/completed");
        eventually(() -> assertThat(places()).containsEntry("grace", 1).doesNotContainEntry("ada", 1));
    }

    @Test
    void aRunThatWaitsWaitsNoLonger() throws InterruptedException {
        replicas.queue(ticket, "accounting");
        replicas.beginAnew(reworded);

        replicas.start(replicas.runs());

        awaitDone(reworded);
        replicas.stop();
        assertThat(replicas.run(ticket).state()).isEqualTo(RunState.SUPERSEDED);
        assertThat(replicas.runs().takeQueued(ticket.id(), "another")).isEmpty();
    }

    @Test
    void itKeepsItsPlaceAmongThoseThatWait() {
        Fact later = new Fact(
                reworded.id(),
                reworded.subject(),
                reworded.sequence(),
                ticket.time().plusSeconds(60),
                reworded.data());
        replicas.begin(ticket);

        replicas.beginAnew(later);

        assertThat(replicas.run(later).createdAt()).isEqualTo(ticket.time());
    }

    @Test
    void theTimeThatItMayWaitDoesNotBeginAnew() {
        Instant began = replicas.now();
        Fact again = World.reworded(ticket, 7, "Never mind", "It is the VPN after all.", "vpn");
        replicas.hire(moderator("ada", "networking", 0));
        replicas.hire(moderator("grace", "java", 0));
        replicas.hire(new StaffMember("root", Role.ADMIN, true, true, null, 1, List.of()));
        replicas.queue(ticket, "networking");
        replicas.passTime(Duration.ofHours(3));
        replicas.beginAnew(reworded);
        replicas.beginAnew(again);
        replicas.start(replicas.runs());
        eventually(() -> assertThat(replicas.run(again).state()).isEqualTo(RunState.QUEUED));
        assertThat(replicas.run(again).waitsSince()).isEqualTo(began);

        replicas.passTime(Duration.ofHours(1));

        awaitDone(again);
        assertThat(replicas.run(again).assigneeId()).isEqualTo("root");
    }

    @Test
    void aRunThatHasEndedStaysAndItsPlaceGoesToWhoeverFitsNow() throws InterruptedException {
        end(ticket);
        assertThat(places()).containsEntry("ada", 1);

        replicas.beginAnew(reworded);
        replicas.start(replicas.runs());

        awaitDone(reworded);
        assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE);
        assertThat(replicas.run(ticket).outbox())
                .as("what it had still to tell")
                .isNull();
        assertThat(replicas.run(reworded).assigneeId()).isEqualTo("grace");
        assertThat(places()).containsEntry("grace", 1).containsEntry("ada", 0);
    }

    @Test
    void whoeverHasTheTicketKeepsItAndThatIsExplained() throws InterruptedException {
        end(ticket);
        replicas.isAssigned(ticket.subject(), "ada");

        replicas.beginAnew(reworded);
        replicas.start(replicas.runs());

        awaitDone(reworded);
        assertThat(replicas.run(reworded).assigneeId()).isEqualTo("ada");
        assertThat(replicas.run(reworded).explanation()).isEqualTo("Somebody has it already, and keeps it");
        assertThat(replicas.run(reworded).analysis()).isNotNull();
        assertThat(places()).containsEntry("ada", 1).doesNotContainKey("grace");
    }

    @Test
    void theSameFactBeginsOneRunHoweverOftenItComes() throws InterruptedException {
        replicas.begin(ticket);
        replicas.beginAnew(reworded);
        end(reworded);

        replicas.beginAnew(reworded);

        assertThat(replicas.run(reworded).state()).isEqualTo(RunState.DONE);
        assertThat(told(reworded)).containsExactly("triage/started", "triage/completed");
    }

    @Test
    void whatTheTicketSaidBeforeBeginsNothingWhenItComesLate() {
        Fact newest = World.reworded(ticket, 7, "Never mind", "It is the VPN after all.", "vpn");
        replicas.beginAnew(newest);

        replicas.beginAnew(reworded);

        assertThat(replicas.runs().find(reworded.id())).isEmpty();
        assertThat(replicas.run(newest).state()).isEqualTo(RunState.ACTIVE);
    }

    @Test
    void theNewestOfSeveralCounts() throws InterruptedException {
        Fact newest = World.reworded(ticket, 7, "Never mind", "It is the VPN after all.", "vpn");
        replicas.begin(ticket);
        replicas.beginAnew(reworded);
        replicas.beginAnew(newest);

        end(newest);

        assertThat(replicas.run(ticket).state()).isEqualTo(RunState.SUPERSEDED);
        assertThat(replicas.run(reworded).state()).isEqualTo(RunState.SUPERSEDED);
        assertThat(replicas.run(newest).assigneeId()).isEqualTo("ada");
        assertThat(replicas.analyses()).isEqualTo(1);
    }

    @Test
    void aDeathAfterTheOldRunWasStoppedIsMadeGoodWhenTheFactComesAgain() {
        replicas.begin(ticket);
        assertThat(replicas.desks().claim("ada", ticket.subject(), 0)).isTrue();
        assertThat(replicas.runs().stopOlderThan(ticket.subject(), reworded.sequence()))
                .isTrue();

        replicas.beginAnew(reworded);
        replicas.start(replicas.runs());

        awaitDone(reworded);
        assertThat(replicas.run(reworded).assigneeId()).isEqualTo("grace");
        assertThat(places()).containsEntry("grace", 1).containsEntry("ada", 0);
    }

    @Test
    void aTicketThatLostItsAssigneeIsGivenOnByTheNewestRun() throws InterruptedException {
        end(ticket);
        replicas.beginAnew(reworded);
        end(reworded);
        replicas.isDeleted("grace");

        replicas.runs().reopen(ticket.subject(), "fact-1");

        assertThat(replicas.run(reworded).state()).isEqualTo(RunState.ACTIVE);
        assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void manyInARowAreAnalysedOnceAndDoNotPutThatOff() throws InterruptedException {
        Fact newest = World.reworded(ticket, 7, "Never mind", "It is the VPN after all.", "vpn");
        end(ticket);
        replicas.keepCalmFor(Duration.ofSeconds(3));
        replicas.start(replicas.runs());

        replicas.beginAnew(reworded);
        replicas.passTime(Duration.ofSeconds(2));
        replicas.beginAnew(newest);
        replicas.passTime(Duration.ofSeconds(1));

        awaitDone(newest);
        assertThat(replicas.analyses()).isEqualTo(2);
    }

    private void rewordOnce() {
        if (replicas.runs().find(reworded.id()).isEmpty()) {
            replicas.beginAnew(reworded);
        }
    }

    private void end(Fact fact) throws InterruptedException {
        if (replicas.runs().find(fact.id()).isEmpty()) {
            replicas.begin(fact);
        }
        replicas.start(replicas.runs());
        awaitDone(fact);
        replicas.stop();
    }

    private void awaitDone(Fact fact) {
        eventually(() -> assertThat(replicas.runs().find(fact.id()))
                .hasValueSatisfying(run -> assertThat(run.state()).isEqualTo(RunState.DONE)));
    }

    private Map<String, Integer> places() {
        return replicas.desks().loads().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, desk -> desk.getValue().openTickets()));
    }

    private List<String> told(Fact fact) {
        return replicas.run(fact).outbox().facts().stream()
                .map(OutboxEntry::type)
                .toList();
    }

    private static StaffMember moderator(String id, String skill) {
        return moderator(id, skill, 5);
    }

    private static StaffMember moderator(String id, String skill, int capacity) {
        return new StaffMember(id, Role.MODERATOR, true, true, null, capacity, List.of(skill));
    }
}
