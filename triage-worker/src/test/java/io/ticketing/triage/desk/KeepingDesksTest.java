package io.ticketing.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class KeepingDesksTest {

    private final World world;
    private final KeepingDesks keeping;
    private final Desks desks;

    KeepingDesksTest(World world, KeepingDesks keeping, Desks desks) {
        this.world = world;
        this.keeping = keeping;
        this.desks = desks;
    }

    @BeforeEach
    void start() {
        world.clear();
    }

    @Test
    void aTicketLiesOnItsNewestAssigneesDeskAlone() {
        assign(assigned(2, "ada"));
        assign(assigned(3, "grace"));

        assertThat(desks.holder("t1")).hasValue("grace");
        assertThat(desks.loads().get("ada").openTickets()).isZero();
    }

    @Test
    void anOldFactThatComesAgainChangesNothing() {
        Fact first = assigned(2, "ada");
        assign(first);
        assign(assigned(3, "grace"));

        assign(first);

        assertThat(desks.holder("t1")).hasValue("grace");
    }

    @Test
    void whatIsToldLateChangesNothingOfWhatWasSaidSince() {
        assign(assigned(3, "grace"));
        assign(assigned(2, "ada"));
        assertThat(desks.holder("t1")).hasValue("grace");

        move(5, TicketStatus.IN_PROGRESS, TicketStatus.RESOLVED);
        move(4, TicketStatus.ACTIVE, TicketStatus.IN_PROGRESS);
        assertThat(desks.holder("t1")).isEmpty();
    }

    @Test
    void anEndedTicketLeavesTheDeskAndComesBackWhenReopened() {
        assign(assigned(2, "ada"));
        move(3, TicketStatus.IN_PROGRESS, TicketStatus.RESOLVED);
        assertThat(desks.holder("t1")).isEmpty();

        move(4, TicketStatus.RESOLVED, TicketStatus.IN_PROGRESS);

        assertThat(desks.holder("t1")).hasValue("ada");
    }

    @Test
    void startingATicketThatNobodyHasLeavesAClaimedPlaceAlone() {
        assertThat(desks.claim("ada", "t1", 0)).isTrue();

        move(2, TicketStatus.ACTIVE, TicketStatus.IN_PROGRESS);

        assertThat(desks.holder("t1")).hasValue("ada");
    }

    @Test
    void aCrashBetweenCaseAndDeskHealsWhenTheFactComesAgain() {
        Fact fact = assigned(2, "ada");
        assign(fact);
        desks.clear("t1");

        assign(fact);

        assertThat(desks.holder("t1")).hasValue("ada");
    }

    private void assign(Fact fact) {
        keeping.assigned(fact, (TicketAssigned) fact.data());
    }

    private void move(long sequence, TicketStatus from, TicketStatus to) {
        TicketStatusChanged changed = new TicketStatusChanged("t1", from, to, Actor.rule());
        keeping.moved(Fact.of("t1", sequence, Instant.now(), changed), changed);
    }

    private static Fact assigned(long sequence, String assignee) {
        return Fact.of(
                "t1",
                sequence,
                Instant.now(),
                new TicketAssigned("t1", "A ticket", assignee, null, null, null, List.of(), "so it is", Actor.ai()));
    }
}
