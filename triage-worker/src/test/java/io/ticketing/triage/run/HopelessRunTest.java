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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class HopelessRunTest {

    /** After a failure, so that no lease runs out while somebody works. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final int MOST_TAKINGS = 10;

    private final Replicas replicas;
    private final Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");

    HopelessRunTest(Outbox outbox) {
        StaffMember ada = new StaffMember("ada", Role.MODERATOR, true, true, null, 1, List.of("networking"));
        this.replicas = new Replicas(MongoResource.mongo().freshDatabase("hopeless"), outbox, ada);
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.stop();
    }

    static Stream<Runnable> troubles() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("told to");
                },
                () -> {
                    throw new StackOverflowError("told to");
                });
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aRunThatKeepsFailingGoesToReviewWithItsReason(Runnable trouble) {
        replicas.breakAnalyses(trouble);
        replicas.start(replicas.runs());
        replicas.begin(ticket);

        AtomicInteger failures = new AtomicInteger();
        eventually(() -> {
            if (replicas.run(ticket).failures() > failures.get()) {
                failures.incrementAndGet();
                replicas.passTime(PAUSE);
            }
            assertThat(replicas.run(ticket).state()).isEqualTo(RunState.NEEDS_REVIEW);
        });

        RunDocument run = replicas.run(ticket);
        assertThat(run.reason()).startsWith("Triage failed 3 times").doesNotContain("Exception", "Error");
        assertThat(Objects.requireNonNull(run.outbox()).facts())
                .extracting(OutboxEntry::type)
                .containsExactly("triage/started", "triage/needs-review");
        assertThat(replicas.analyses()).isEqualTo(3);
    }

    @Test
    void whatAWorkerGivesBackAtItsStopWasNoTaking() {
        replicas.begin(ticket);
        RunsInHand worker = new RunsInHand(replicas.runs());
        assertThat(worker.takeDue()).map(RunDocument::takings).hasValue(1);

        worker.giveBackAll();

        assertThat(replicas.run(ticket).takings()).isZero();
        assertThat(new RunsInHand(replicas.runs()).takeDue()).isPresent();
    }

    @Test
    void aRunWhoseWorkersKeepDyingGoesToReview() {
        replicas.begin(ticket);
        takeAndDie(MOST_TAKINGS);

        replicas.start(replicas.runs());
        replicas.passTime(Replicas.LEASE);

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.NEEDS_REVIEW));
        assertThat(replicas.run(ticket).reason()).isEqualTo("Triage was begun 10 times without getting any further.");
        assertThat(replicas.analyses()).isZero();
    }

    @Test
    void aRunThatGetsFurtherIsNotHopelessHoweverOftenItIsBegun() {
        replicas.begin(ticket);
        takeAndDie(MOST_TAKINGS - 1);
        replicas.start(replicas.mortalRuns(Step.ANALYSE, false));
        replicas.passTime(Replicas.LEASE);
        eventually(() -> assertThat(replicas.run(ticket).next()).isEqualTo(Step.ANALYSE));
        takeAndDie(MOST_TAKINGS - 1);

        replicas.start(replicas.runs());
        replicas.passTime(Replicas.LEASE);

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
    }

    private void takeAndDie(int times) {
        for (int time = 0; time < times; time++) {
            eventually(() -> {
                replicas.passTime(Replicas.LEASE);
                assertThat(replicas.runs().takeDue("dying", Set.of())).isPresent();
            });
        }
    }
}
