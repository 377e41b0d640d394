package io.ticketing.triage.run;

import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Fact;
import io.ticketing.events.Priority;
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
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In which order places are given: the most urgent first, then the oldest, whoever comes by whatever way. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class TurnTest {

    private static final Duration SEVERAL_ROUNDS = Duration.ofMillis(2_500);

    private final Fact older = World.created("DNS outage", "DNS is down.", "dns");
    private final Fact newer = later(World.created("VPN outage", "The VPN is down.", "vpn"));
    private final Replicas replicas;

    TurnTest(Outbox outbox) {
        this.replicas = new Replicas(MongoResource.mongo().freshDatabase("turns"), outbox);
        replicas.runs().ensureIndexes();
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.stop();
    }

    @Test
    void aNewTicketDoesNotTakeTheLastPlaceFromOneThatWaits() {
        replicas.hire(networker(1));
        replicas.queue(older, "networking", Priority.HIGH);

        RunDocument stopped = advance(newer);

        assertThat(stopped.state()).isEqualTo(RunState.QUEUED);
        assertThat(stopped.reason()).contains("come first");
        assertThat(replicas.desks().holder(newer.subject())).isEmpty();
        replicas.start(replicas.runs());
        eventually(() -> assertThat(replicas.run(older).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.run(newer).state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    void aNewTicketThatIsMoreUrgentTakesIt() {
        replicas.hire(networker(1));
        replicas.queue(older, "networking", Priority.MEDIUM);

        assertThat(advance(newer).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void aNewTicketTakesAPlaceWhenThereIsOneForAllThatCameBefore() {
        replicas.hire(networker(2));
        replicas.queue(older, "networking", Priority.HIGH);

        assertThat(advance(newer).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void aNewTicketTakesAPlaceThatIsNothingForThoseThatWait() {
        replicas.hire(networker(1));
        replicas.queue(older, "accounting", Priority.HIGH);

        assertThat(advance(newer).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void aTicketThatHasLostThePlaceThatWasTakenForItWaitsForAnother() {
        replicas.hire(networker(1));
        replicas.begin(newer);

        replicas.start(replicas.meddledRuns(Step.ASSIGN, () -> {
            replicas.desks().clear(newer.subject());
            replicas.desks().claim("ada", older.subject(), 0);
        }));

        eventually(() -> assertThat(replicas.run(newer).state()).isEqualTo(RunState.QUEUED));
        assertThat(replicas.desks().holder(older.subject())).hasValue("ada");
        assertThat(replicas.desks().loads().get("ada").openTickets()).isEqualTo(1);
    }

    @Test
    void theMostUrgentComesFirstThenTheOldest() {
        Fact leastUrgent = World.created("A cable", "It is torn.", "cable");
        replicas.queue(leastUrgent, "networking", Priority.LOW);
        replicas.queue(newer, "networking", Priority.HIGH);
        replicas.queue(older, "networking", Priority.HIGH);
        replicas.start(replicas.runs());

        replicas.hire(networker(1));
        eventually(() -> assertThat(replicas.run(older).state()).isEqualTo(RunState.DONE));
        assertThat(List.of(newer, leastUrgent))
                .allSatisfy(fact -> assertThat(replicas.run(fact).state()).isEqualTo(RunState.QUEUED));

        replicas.hire(networker(2));
        eventually(() -> assertThat(replicas.run(newer).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.run(leastUrgent).state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    void whatAnotherWorkerIsAboutToServeIsNotOvertaken() {
        replicas.hire(networker(1));
        replicas.queue(older, "networking", Priority.HIGH);
        replicas.queue(newer, "networking", Priority.HIGH);
        assertThat(replicas.runs().takeQueued(older.id(), "another")).isPresent();

        replicas.start(replicas.runs());

        throughout(SEVERAL_ROUNDS, () -> assertThat(replicas.run(newer).state()).isEqualTo(RunState.QUEUED));
        replicas.passTime(Replicas.LEASE);
        eventually(() -> assertThat(replicas.run(older).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.run(newer).state()).isEqualTo(RunState.QUEUED);
    }

    private RunDocument advance(Fact ticket) {
        replicas.begin(ticket);
        RunDocument run = replicas.runs().takeDue("worker", Set.of()).orElseThrow();
        return replicas.workflow().advance(run).orElseThrow();
    }

    private static Fact later(Fact fact) {
        return new Fact(fact.id(), fact.subject(), fact.sequence(), fact.time().plusMillis(1), fact.data());
    }

    private static StaffMember networker(int capacity) {
        return new StaffMember("ada", Role.MODERATOR, true, true, null, capacity, List.of("networking"));
    }
}
