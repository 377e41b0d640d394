package io.ticketing.triage.run;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Fact;
import io.ticketing.events.Role;
import io.ticketing.events.TicketStatus;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxEntry;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import io.ticketing.triage.assignment.StaffMember;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of a ticket between two steps of its run, while no worker is there: before the named one, whose work may be done already. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class StoppedRunTest {

    private final Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
    private final Replicas replicas;

    StoppedRunTest(Outbox outbox) {
        StaffMember ada = new StaffMember("ada", Role.MODERATOR, true, true, null, 1, List.of("networking"));
        this.replicas = new Replicas(MongoResource.mongo().freshDatabase("stopped"), outbox, ada);
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "START, CLOSED, 0", "ANALYSE, CLOSED, 1", "ASSIGN, CLOSED, 1", "COMPLETE, CLOSED, 1",
        "START, RESOLVED, 0", "ANALYSE, RESOLVED, 1", "ASSIGN, RESOLVED, 1", "COMPLETE, RESOLVED, 1"
    })
    void aTicketThatIsOverIsNotAnalysedNorGivenToAnybody(Step next, TicketStatus status, int analyses) {
        dieBefore(next);
        replicas.isMoved(ticket.subject(), status);

        goOn();

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.NEEDS_REVIEW));
        assertThat(replicas.run(ticket).reason()).isEqualTo("The ticket was closed meanwhile.");
        eventually(() -> assertThat(replicas.desks().holder(ticket.subject())).isEmpty());
        assertThat(told()).doesNotContain("triage/completed").endsWith("triage/needs-review");
        assertThat(replicas.analyses()).isEqualTo(analyses);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void whomAPersonHasChosenKeepsIt(Step next) {
        dieBefore(next);
        replicas.isAssigned(ticket.subject(), "grace");
        replicas.desks().move("grace", ticket.subject());

        goOn();

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace");
        assertThat(replicas.desks().holder(ticket.subject())).hasValue("grace");
        assertThat(replicas.desks().loads().values().stream()
                        .mapToInt(desk -> desk.openTickets())
                        .sum())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void ofATicketThatIsDeletedMeanwhileNothingStays(Step at) {
        replicas.begin(ticket);

        replicas.start(replicas.meddledRuns(at, () -> replicas.isForgotten(ticket.subject())));

        eventually(() -> assertThat(replicas.runs().find(ticket.id())).isEmpty());
        eventually(() -> assertThat(replicas.desks().holder(ticket.subject())).isEmpty());
    }

    private void dieBefore(Step next) {
        MortalRuns mortal = replicas.mortalRuns(next, false);
        replicas.start(mortal);
        replicas.begin(ticket);
        eventually(() -> assertThat(mortal.isDead()).isTrue());
    }

    private void goOn() {
        replicas.start(replicas.runs());
        replicas.passTime(Replicas.LEASE);
    }

    private List<String> told() {
        return Objects.requireNonNull(replicas.run(ticket).outbox()).facts().stream()
                .map(OutboxEntry::type)
                .toList();
    }
}
