package io.ticketing.triage.run;

import static io.ticketing.testing.Eventually.eventually;
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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a place that a worker had taken when it died. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class LostPlacesTest {

    private final Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
    private final Replicas replicas;

    LostPlacesTest(Outbox outbox) {
        this.replicas = new Replicas(
                MongoResource.mongo().freshDatabase("lost"),
                outbox,
                new StaffMember("ada", Role.MODERATOR, true, true, null, 1, List.of("networking")));
    }

    @BeforeEach
    void aPlaceIsTaken() {
        assertThat(replicas.desks().claim("ada", ticket.subject(), 0)).isTrue();
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.stop();
    }

    @ParameterizedTest
    @CsvSource({"NEEDS_REVIEW,", "NEEDS_REVIEW, ada", "SUPERSEDED, ada", "DONE, grace"})
    void itIsGivenUpWhenTheRunHasEndedOtherwise(RunState state, String assigneeId) {
        replicas.end(ticket, state, assigneeId);

        replicas.lostPlaces().find();

        assertThat(replicas.desks().holder(ticket.subject())).isEmpty();
    }

    @Test
    void itIsGivenUpWhenTheTicketIsGone() {
        replicas.lostPlaces().find();

        assertThat(replicas.desks().holder(ticket.subject())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DONE, ada", "ACTIVE, ada", "ACTIVE,"})
    void itStaysWhileTheRunNeedsIt(RunState state, String assigneeId) {
        replicas.end(ticket, state, assigneeId);

        replicas.lostPlaces().find();

        assertThat(replicas.desks().holder(ticket.subject())).hasValue("ada");
    }

    @Test
    void itStaysWithWhoeverHasTheTicketWhateverBecameOfTheRun() {
        replicas.end(ticket, RunState.NEEDS_REVIEW, null);
        replicas.isAssigned(ticket.subject(), "ada");

        replicas.lostPlaces().find();

        assertThat(replicas.desks().holder(ticket.subject())).hasValue("ada");
    }

    @ParameterizedTest
    @CsvSource({"DONE, ada", "ACTIVE, ada", "NEEDS_REVIEW,"})
    void itIsGivenUpWhenTheTicketIsOverOrSomebodyElseHasIt(RunState state, String assigneeId) {
        replicas.end(ticket, state, assigneeId);
        replicas.isOver(ticket.subject(), "ada");

        replicas.lostPlaces().find();

        assertThat(replicas.desks().holder(ticket.subject())).isEmpty();
        assertThat(replicas.desks().claim("ada", ticket.subject(), 0)).isTrue();
        replicas.isAssigned(ticket.subject(), "grace");

        replicas.lostPlaces().find();

        assertThat(replicas.desks().holder(ticket.subject())).isEmpty();
    }

    @Test
    void itIsPutBackWhenARunThatBeginsAtThatMomentNeedsIt() {
        replicas.end(ticket, RunState.NEEDS_REVIEW, null);
        RunDocument again = replicas.run(ticket).again(RetriedRun.idAfter(ticket.id()), replicas.now());

        replicas.lostPlaces(() -> replicas.runs().begin(again)).find();

        assertThat(replicas.desks().holder(ticket.subject())).hasValue("ada");
    }

    @Test
    void itIsNotPutBackWhenThatRunHasTakenAnother() {
        replicas.end(ticket, RunState.NEEDS_REVIEW, null);
        RunDocument again = replicas.run(ticket).again(RetriedRun.idAfter(ticket.id()), replicas.now());

        replicas.lostPlaces(() -> {
                    replicas.runs().begin(again);
                    replicas.desks().claim("grace", ticket.subject(), 0);
                })
                .find();

        assertThat(replicas.desks().has("ada", ticket.subject())).isFalse();
        assertThat(replicas.desks().has("grace", ticket.subject())).isTrue();
    }

    @Test
    void aTicketThatWaitsForThePlaceThatItHasItselfGetsIt() {
        replicas.queue(ticket, "networking");
        replicas.start(replicas.runs());

        replicas.lostPlaces().find();

        eventually(() -> assertThat(replicas.run(ticket).state()).isEqualTo(RunState.DONE));
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("ada");
    }
}
