package io.ticketing.triage.run;

import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Fact;
import io.ticketing.events.Role;
import io.ticketing.outbox.Outbox;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import io.ticketing.triage.assignment.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class LeaseTest {

    private static final Duration MANY_POLLS = Duration.ofMillis(500);

    private final Replicas replicas;
    private final Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");

    LeaseTest(Outbox outbox) {
        StaffMember ada = new StaffMember("ada", Role.MODERATOR, true, true, null, 1, List.of("networking"));
        this.replicas = new Replicas(MongoResource.mongo().freshDatabase("lease"), outbox, ada);
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.stop();
    }

    @Test
    void aWorkerThatStoodStillForLongerThanItsLeaseGoesOnWithWhatItHasInHand() {
        replicas.holdAnalyses();
        replicas.start(replicas.runs());
        replicas.begin(ticket);
        eventually(() -> assertThat(replicas.analyses()).isEqualTo(1));

        replicas.passTime(Replicas.LEASE.multipliedBy(2));
        throughout(MANY_POLLS, () -> assertThat(replicas.analyses()).isEqualTo(1));
        replicas.releaseAnalyses();

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.analyses()).isEqualTo(1);
        assertThat(Objects.requireNonNull(replicas.run(ticket).lease()).token()).isEqualTo(1);
    }

    @Test
    void aLeaseThatRanOutHoldsAgainWithTheNextSignOfLife() {
        replicas.begin(ticket);
        RunDocument run = replicas.runs().takeDue("one", Set.of()).orElseThrow();
        replicas.passTime(Replicas.LEASE.multipliedBy(2));

        replicas.runs().renew(leases(run));

        assertThat(replicas.runs().takeDue("another", Set.of())).isEmpty();
    }

    @Test
    void aSignOfLifeComesTooLateWhenAnotherHasTakenTheRun() {
        replicas.begin(ticket);
        RunDocument old = replicas.runs().takeDue("one", Set.of()).orElseThrow();
        replicas.passTime(Replicas.LEASE);
        RunDocument taken = replicas.runs().takeDue("another", Set.of()).orElseThrow();
        replicas.passTime(Duration.ofSeconds(1));

        replicas.runs().renew(leases(old));

        assertThat(replicas.run(ticket)).isEqualTo(taken);
    }

    @Test
    void aSignOfLifeWakesNoRunThatHasEnded() {
        replicas.begin(ticket);
        RunDocument run = replicas.runs().takeDue("one", Set.of()).orElseThrow();
        RunDocument ended = replicas.workflow().advance(run).orElseThrow();

        replicas.runs().renew(leases(run));

        assertThat(ended.state()).isEqualTo(RunState.DONE);
        assertThat(replicas.run(ticket)).isEqualTo(ended);
    }

    @Test
    void aRunThatWasGivenBackAndThenFailsIsTriedAgainLikeAnyOther() throws InterruptedException {
        replicas.holdAnalyses();
        replicas.start(replicas.runs());
        replicas.begin(ticket);
        eventually(() -> assertThat(replicas.analyses()).isEqualTo(1));
        replicas.stop();
        replicas.releaseAnalyses();
        replicas.breakAnalyses(() -> {
            throw new IllegalStateException("for once");
        });

        replicas.start(replicas.runs());

        eventually(() -> assertThat(replicas.run(ticket).failures()).isEqualTo(1));
        assertThat(replicas.run(ticket).wakeAt())
                .isBetween(replicas.now(), replicas.now().plusSeconds(1));
    }

    private static Map<String, Lease> leases(RunDocument run) {
        return Map.of(run.id(), Objects.requireNonNull(run.lease()));
    }
}
