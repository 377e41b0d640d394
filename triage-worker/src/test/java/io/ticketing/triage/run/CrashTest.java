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
import io.ticketing.triage.assignment.Candidate;
import io.ticketing.triage.assignment.StaffMember;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class CrashTest {

    private final StaffMember ada = new StaffMember("ada", Role.MODERATOR, true, true, null, 1, List.of("networking"));
    private final Replicas replicas;

    CrashTest(Outbox outbox) {
        this.replicas = new Replicas(MongoResource.mongo().freshDatabase("crash"), outbox, ada);
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "START, false, 1", "START, true, 1",
        "ANALYSE, false, 2", "ANALYSE, true, 1",
        "ASSIGN, false, 1", "ASSIGN, true, 1",
        "COMPLETE, false, 1", "COMPLETE, true, 1"
    })
    void whereverAWorkerDiesAnotherGoesOn(Step at, boolean afterTheWrite, int analyses) {
        Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
        MortalRuns mortal = replicas.mortalRuns(at, afterTheWrite);
        replicas.start(mortal);
        replicas.begin(ticket);
        eventually(() -> assertThat(mortal.isDead()).isTrue());

        replicas.start(replicas.runs());
        replicas.passTime(Replicas.LEASE);

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        RunDocument run = replicas.run(ticket);
        assertThat(run.assigneeId()).isEqualTo("ada");
        assertThat(run.explanation()).isEqualTo("Fits best: networking (1 of 1 skill), 0 open tickets");
        assertThat(run.candidates())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("lastAssignedAt")
                .containsExactly(new Candidate("ada", Role.MODERATOR, List.of("networking"), 0, null, null));
        assertThat(Objects.requireNonNull(run.outbox()).facts())
                .extracting(OutboxEntry::type)
                .containsExactly("triage/started", "triage/completed");
        assertThat(replicas.analyses()).isEqualTo(analyses);
        assertThat(replicas.desks().loads().get("ada").openTickets()).isEqualTo(1);
    }

    @Test
    void aWorkerThatWasThoughtDeadWritesNothing() {
        Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
        replicas.begin(ticket);
        RunDocument old = replicas.runs().takeDue("old", Set.of()).orElseThrow();
        replicas.passTime(Replicas.LEASE);
        assertThat(replicas.runs().takeDue("new", Set.of())).isPresent();
        RunDocument before = replicas.run(ticket);

        assertThat(replicas.workflow().advance(old)).isEmpty();

        assertThat(replicas.run(ticket)).isEqualTo(before);
    }

    @Test
    void aRunInHandIsNotTakenHoweverLongItsAnalysisLasts() {
        Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
        replicas.holdAnalyses();
        replicas.start(replicas.runs());
        replicas.begin(ticket);
        eventually(() -> assertThat(replicas.analyses()).isEqualTo(1));

        replicas.start(replicas.runs());
        for (int half = 0; half < 4; half++) {
            replicas.passTime(Replicas.LEASE.dividedBy(2));
            eventually(() -> assertThat(replicas.run(ticket).wakeAt())
                    .isEqualTo(replicas.now().plus(Replicas.LEASE)));
        }
        replicas.releaseAnalyses();

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.analyses()).isEqualTo(1);
    }

    @Test
    void aWorkerThatStopsGivesBackWhatItHasInHand() throws InterruptedException {
        Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
        replicas.holdAnalyses();
        replicas.start(replicas.runs());
        replicas.begin(ticket);
        eventually(() -> assertThat(replicas.analyses()).isEqualTo(1));

        replicas.stop();

        assertThat(replicas.runs().takeDue("another", Set.of()))
                .hasValueSatisfying(run -> assertThat(run.next()).isEqualTo(Step.ANALYSE));
        assertThat(replicas.run(ticket).failures()).isZero();
    }

    @Test
    void aRunThatGoesToReviewFreesThePlaceThatWasTakenForIt() {
        Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
        replicas.begin(ticket);
        RunDocument run = replicas.runs().takeDue("worker", Set.of()).orElseThrow();
        assertThat(replicas.desks().claim("ada", run.ticketId(), 0)).isTrue();

        assertThat(replicas.workflow().giveToReview(run, "A person has to look."))
                .isPresent();

        assertThat(replicas.desks().holder(run.ticketId())).isEmpty();
    }

    @Test
    void whoeverIsFreeIsFoundForTheLastOfAThousandThatWait() {
        for (int waiting = 0; waiting < 1_000; waiting++) {
            replicas.queue(World.created("A cable", "It is torn.", "cable"), "java");
        }
        Fact last = World.created("VPN outage", "The VPN is down.", "vpn");
        replicas.queue(last, "networking");

        replicas.start(replicas.runs());

        eventually(() -> assertThat(replicas.run(last).state()).isEqualTo(RunState.DONE));
    }
}
