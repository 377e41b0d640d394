package io.ticketing.triage.run;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Fact;
import io.ticketing.events.Role;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxEntry;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import io.ticketing.triage.assignment.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run whose assignee is deleted, before it ends or after. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class ReopenedRunTest {

    private final Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
    private final Replicas replicas;

    ReopenedRunTest(Outbox outbox) {
        this.replicas = new Replicas(
                MongoResource.mongo().freshDatabase("reopened"), outbox, networker("ada"), networker("grace"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.stop();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"ANALYSE", "ASSIGN"})
    void whoIsDeletedWhileTheRunIsUnderWayDoesNotGetTheTicket(Step at) {
        replicas.begin(ticket);

        replicas.start(replicas.meddledRuns(at, () -> replicas.isDeleted("ada")));

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace");
        assertThat(replicas.desks().loads()).containsOnlyKeys("grace");
        assertThat(told()).containsExactly("triage/started", "triage/completed");
        assertThat(replicas.analyses()).isEqualTo(1);
    }

    @Test
    void whoIsDeletedWhileNoWorkerIsThereDoesNotGetTheTicket() {
        MortalRuns mortal = replicas.mortalRuns(Step.ASSIGN, true);
        replicas.start(mortal);
        replicas.begin(ticket);
        eventually(() -> assertThat(mortal.isDead()).isTrue());
        replicas.isDeleted("ada");

        replicas.start(replicas.runs());
        replicas.passTime(Replicas.LEASE);

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace");
    }

    @Test
    void aPlaceThatWasTakenAtTheLastMomentGoesWithTheDesk() {
        MortalRuns mortal = replicas.mortalRuns(Step.ASSIGN, false);
        replicas.start(mortal);
        replicas.begin(ticket);
        eventually(() -> assertThat(mortal.isDead()).isTrue());
        replicas.isDeleted("ada");
        assertThat(replicas.desks().claim("ada", ticket.subject(), 0)).isTrue();

        replicas.start(replicas.runs());
        replicas.passTime(Replicas.LEASE);

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.desks().loads()).containsOnlyKeys("grace");
    }

    @Test
    void aTicketThatADeletedUserStillSeemsToHaveIsGivenToSomebodyElse() {
        replicas.isAssigned(ticket.subject(), "ada");
        replicas.isDeleted("ada");

        replicas.start(replicas.runs());
        replicas.begin(ticket);

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace");
    }

    @Test
    void aRunThatHasEndedKeepsItsAnalysisAndFindsSomebodyElse() {
        replicas.begin(ticket);
        replicas.start(replicas.runs());
        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        replicas.isDeleted("ada");

        replicas.runs().reopen(ticket.subject(), "fact-1");

        eventually(() -> assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace"));
        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(told()).containsExactly("triage/started", "triage/completed", "triage/completed");
        assertThat(replicas.analyses()).isEqualTo(1);
    }

    @Test
    void itWaitsAnewWhenNobodyIsThere() {
        replicas.begin(ticket);
        replicas.start(replicas.runs());
        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        replicas.isDeleted("ada");
        replicas.isDeleted("grace");

        replicas.runs().reopen(ticket.subject(), "fact-1");

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.QUEUED));
        assertThat(replicas.run(ticket).assigneeId()).isNull();
        assertThat(told()).containsExactly("triage/started", "triage/completed", "triage/queued");
    }

    @Test
    void theSameFactOpensItOnceHoweverOftenItComes() throws InterruptedException {
        end();

        AtOnce.run(4, () -> {
            replicas.runs().reopen(ticket.subject(), "fact-1");
            return true;
        });
        assertThat(replicas.run(ticket).next()).isEqualTo(Step.ASSIGN);
        end();
        replicas.runs().reopen(ticket.subject(), "fact-1");

        assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE);
        replicas.runs().reopen(ticket.subject(), "fact-2");
        assertThat(replicas.run(ticket).state()).isEqualTo(RunState.ACTIVE);
    }

    @Test
    void aFactThatCameWhileItWasUnderWayDoesNotOpenItLater() throws InterruptedException {
        replicas.begin(ticket);
        replicas.runs().reopen(ticket.subject(), "fact-1");
        assertThat(replicas.run(ticket).next()).isEqualTo(Step.START);
        end();

        replicas.runs().reopen(ticket.subject(), "fact-1");

        assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void whoeverEndedItDoesNotTouchItAnyMore() throws InterruptedException {
        end();
        RunDocument ended = replicas.run(ticket);

        replicas.runs().reopen(ticket.subject(), "fact-1");
        replicas.runs().renew(Map.of(ended.id(), Objects.requireNonNull(ended.lease())));

        assertThat(replicas.runs().takeDue("another", Set.of())).isPresent();
    }

    @Test
    void whatSomebodyHasTriagedAgainAtThatMomentIsTriagedOnce() throws InterruptedException {
        end();
        RunDocument again = replicas.run(ticket).again(RetriedRun.idAfter(ticket.id()), replicas.now());
        replicas.runs().reopen(ticket.subject(), "fact-1");
        replicas.runs().begin(again);

        replicas.start(replicas.runs());

        eventually(() -> assertThat(replicas.runs().find(again.id()))
                .hasValueSatisfying(run -> assertThat(run.state()).isEqualTo(RunState.DONE)));
        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.SUPERSEDED));
        assertThat(replicas.run(ticket).outbox())
                .as("what it had still to tell")
                .isNull();
        assertThat(replicas.desks().holder(ticket.subject()))
                .isEqualTo(replicas.runs().find(again.id()).map(RunDocument::assigneeId));
    }

    @Test
    void whatARunThatHasEndedHadStillToTellIsVoidOnceAnotherBegins() throws InterruptedException {
        end();
        assertThat(told()).contains("triage/completed");
        RunDocument again = replicas.run(ticket).again(RetriedRun.idAfter(ticket.id()), replicas.now());
        replicas.runs().begin(again);

        replicas.start(replicas.runs());

        eventually(() -> assertThat(replicas.run(ticket).outbox()).isNull());
    }

    @Test
    void whoeverStoodStillDoesNotSilenceARunThatBeganMeanwhile() throws InterruptedException {
        end();
        RunDocument before = replicas.run(ticket);
        RunDocument again = before.again(RetriedRun.idAfter(ticket.id()), replicas.now());
        replicas.runs().begin(again);
        replicas.start(replicas.runs());
        eventually(() -> assertThat(replicas.runs().find(again.id()))
                .hasValueSatisfying(run -> assertThat(run.state()).isEqualTo(RunState.DONE)));

        replicas.runs().silenceBefore(before);

        assertThat(replicas.runs().find(again.id()))
                .hasValueSatisfying(run -> assertThat(run.outbox()).isNotNull());
    }

    private void end() throws InterruptedException {
        replicas.begin(ticket);
        replicas.start(replicas.runs());
        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        replicas.stop();
    }

    private List<String> told() {
        return Objects.requireNonNull(replicas.run(ticket).outbox()).facts().stream()
                .map(OutboxEntry::type)
                .toList();
    }

    private static StaffMember networker(String id) {
        return new StaffMember(id, Role.MODERATOR, true, true, null, 5, List.of("networking"));
    }
}
