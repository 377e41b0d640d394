package io.ticketing.triage.run;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class LedRunTest {

    private final Replicas replicas;
    private final Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
    private final LedRuns led;

    LedRunTest(Outbox outbox) {
        StaffMember ada = new StaffMember("ada", Role.MODERATOR, true, true, null, 1, List.of("networking"));
        this.replicas = new Replicas(MongoResource.mongo().freshDatabase("led"), outbox, ada);
        this.led = new LedRuns(replicas.runs(), replicas.start(replicas.runs()));
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.releaseAnalyses();
        replicas.stop();
    }

    @Test
    void aRunGoesAsFarAsItIsLed() {
        replicas.beginLed(ticket);

        for (Step step : List.of(Step.START, Step.ANALYSE)) {
            RunDocument run = led.advance(ticket.id(), step).orElseThrow();
            assertThat(run.next().ordinal()).isEqualTo(step.ordinal() + 1);
            assertThat(run.state()).isEqualTo(RunState.ACTIVE);
        }
        led.advance(ticket.id(), Step.ASSIGN);
        RunDocument ended = led.advance(ticket.id(), Step.COMPLETE).orElseThrow();

        assertThat(ended.state()).isEqualTo(RunState.DONE);
        assertThat(ended.assigneeId()).isEqualTo("ada");
        assertThat(replicas.analyses()).isEqualTo(1);
    }

    @Test
    void aStepThatIsDoneIsNotDoneAgain() {
        replicas.beginLed(ticket);
        led.advance(ticket.id(), Step.START);
        led.advance(ticket.id(), Step.ANALYSE);

        RunDocument again = led.advance(ticket.id(), Step.ANALYSE).orElseThrow();

        assertThat(again.next()).isEqualTo(Step.ASSIGN);
        assertThat(replicas.analyses()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void aStepThatIsUnderWayIsNotDoneBesides() {
        replicas.beginLed(ticket);
        led.advance(ticket.id(), Step.START);
        replicas.holdAnalyses();
        CompletableFuture<?> first = CompletableFuture.runAsync(() -> led.advance(ticket.id(), Step.ANALYSE));
        eventually(() -> assertThat(replicas.analyses()).isEqualTo(1));

        LedRuns elsewhere = new LedRuns(replicas.runs(), replicas.start(replicas.runs()));
        assertThatThrownBy(() -> led.advance(ticket.id(), Step.ANALYSE)).isInstanceOf(RunIsHeldException.class);
        assertThatThrownBy(() -> elsewhere.advance(ticket.id(), Step.ANALYSE)).isInstanceOf(RunIsHeldException.class);

        replicas.releaseAnalyses();
        first.join();
        assertThat(replicas.analyses()).isEqualTo(1);
        assertThat(replicas.run(ticket).next()).isEqualTo(Step.ASSIGN);
    }

    @Test
    void aStepThatFailedIsTriedAgainByAWorker() {
        replicas.beginLed(ticket);
        led.advance(ticket.id(), Step.START);
        replicas.breakAnalyses(() -> {
            throw new IllegalStateException("broken");
        });

        assertThatThrownBy(() -> led.advance(ticket.id(), Step.ANALYSE)).isInstanceOf(RunIsHeldException.class);

        assertThat(replicas.run(ticket).failures()).isEqualTo(1);
        replicas.breakAnalyses(() -> {});
        replicas.passTime(Duration.ofSeconds(1));
        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
    }

    @Test
    void aRunThatIsNotLedOnFallsToAWorker() {
        replicas.beginLed(ticket);
        led.advance(ticket.id(), Step.START);
        led.advance(ticket.id(), Step.ANALYSE);

        replicas.passTime(Replicas.PATIENCE.plusSeconds(1));

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(led.advance(ticket.id(), Step.ASSIGN)).contains(replicas.run(ticket));
        assertThat(replicas.analyses()).isEqualTo(1);
    }

    @Test
    void aRunThatIsGivenUpFallsToAWorkerAtOnce() {
        replicas.beginLed(ticket);
        led.advance(ticket.id(), Step.START);

        led.giveUp(ticket.id());

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
    }

    @Test
    void noRunIsLedThatIsNotThere() {
        assertThat(led.advance(ticket.id(), Step.START)).isEmpty();
    }

    @Test
    void whenNobodyIsFreeTheRunWaitsInTheQueueLikeAnyOther() {
        replicas.desks().claim("ada", "another", 0);
        replicas.beginLed(ticket);
        for (Step step : List.of(Step.START, Step.ANALYSE)) {
            led.advance(ticket.id(), step);
        }

        assertThat(led.advance(ticket.id(), Step.ASSIGN).orElseThrow().state()).isEqualTo(RunState.QUEUED);

        replicas.desks().clear("another");
        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
    }

    @Test
    void whileTheEngineHasTimeNoWorkerTakesIt() {
        replicas.beginLed(ticket);
        led.advance(ticket.id(), Step.START);

        replicas.passTime(Replicas.PATIENCE.minus(Duration.ofSeconds(1)));

        assertThat(replicas.runs().takeDue("worker", List.of())).isEmpty();
    }
}
