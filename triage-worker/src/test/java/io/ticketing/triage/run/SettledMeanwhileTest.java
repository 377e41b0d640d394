package io.ticketing.triage.run;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Fact;
import io.ticketing.outbox.Outbox;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class SettledMeanwhileTest {

    private final Replicas replicas;

    SettledMeanwhileTest(Outbox outbox) {
        this.replicas = new Replicas(MongoResource.mongo().freshDatabase("settled"), outbox);
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.stop();
    }

    @Test
    void whatIsAssignedAtTheMomentWhenItIsQueuedDoesNotStayThere() {
        Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
        replicas.begin(ticket);

        replicas.start(replicas.meddledRuns(Step.ASSIGN, () -> replicas.isAssigned(ticket.subject(), "grace")));

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace");
    }

    @Test
    void whatIsAssignedWhileTheWorkerDiesThatFindsThatItHasToWaitDoesNotStayThere() {
        Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
        MortalRuns mortal = replicas.mortalRuns(Step.ASSIGN, true);
        replicas.begin(ticket);
        replicas.start(mortal);
        eventually(() -> assertThat(mortal.isDead()).isTrue());
        assertThat(replicas.run(ticket).state()).isEqualTo(RunState.QUEUED);
        replicas.isAssigned(ticket.subject(), "grace");
        replicas.start(replicas.runs());

        replicas.outdatedWaits().find();

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace");
    }

    @Test
    void aTicketThatIsDeletedAtTheMomentWhenItsRunBeginsLeavesNone() {
        Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");

        replicas.beginJustBeforeItIsForgotten(ticket);

        assertThat(replicas.runs().find(ticket.id())).isEmpty();
    }
}
