package io.ticketing.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.Role;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.assignment.AssigningTicket;
import io.ticketing.triage.assignment.Assignment;
import io.ticketing.triage.assignment.Need;
import io.ticketing.triage.assignment.Ranking;
import io.ticketing.triage.assignment.StaffMember;
import io.ticketing.triage.assignment.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is told of a ticket while somebody is sought for it: after it was looked at, and before a place is taken. */
class MeanwhileTest {

    private static final Need NEED =
            new Need("t1", "somebody", List.of("java"), null, new Turn(1, Instant.EPOCH, "r1"));
    private static final StaffMember ADA = new StaffMember("ada", Role.MODERATOR, true, true, null, 5, List.of("java"));

    private final MongoDatabase database = RealMongo.start().freshDatabase("meanwhile");
    private final Desks desks = new Desks(database.getCollection("desks", DeskDocument.class), Clock.systemUTC());
    private final TicketCases cases = new TicketCases(database.getCollection("cases", CaseDocument.class));

    @Test
    void aTicketThatWasAssignedMeanwhileLiesOnOneDesk() {
        Assignment outcome = assigning(() -> isAssigned("grace"), ADA).assign(NEED);

        assertThat(outcome.gives("grace")).isTrue();
        assertThat(desks.holder("t1")).hasValue("grace");
        assertThat(desks.loads().get("ada").openTickets()).isZero();
    }

    @Test
    void whoeverWasAssignedMeanwhileKeepsItThoughNoMachineWouldHaveGivenIt() {
        StaffMember away = new StaffMember(
                "eve", Role.MODERATOR, true, true, Instant.parse("2026-12-01T08:00:00Z"), 5, List.of("java"));
        assertThat(desks.claim("eve", "t1", 0)).isTrue();

        Assignment outcome = assigning(() -> isAssigned("eve"), away, ADA).assign(NEED);

        assertThat(outcome.gives("eve")).isTrue();
        assertThat(desks.holder("t1")).hasValue("eve");
        assertThat(desks.loads().get("ada").openTickets()).isZero();
    }

    @Test
    void aTicketThatWasClosedMeanwhileLiesOnNoDesk() {
        Assignment outcome = assigning(this::isClosed, ADA).assign(NEED);

        assertThat(outcome).isInstanceOf(Assignment.Needless.class);
        assertThat(desks.holder("t1")).isEmpty();
    }

    @Test
    @Timeout(60)
    void aPlaceThatAnotherWorkerTookForItMeanwhileIsKept() {
        Assignment outcome = assigning(() -> desks.claim("ada", "t1", 0), ADA).assign(NEED);

        assertThat(outcome.gives("ada")).isTrue();
        assertThat(desks.loads().get("ada").openTickets()).isEqualTo(1);
    }

    private AssigningTicket assigning(Runnable meanwhile, StaffMember... staff) {
        return new AssigningTicket(
                new Ranking(Tables.vocabulary(), Duration.ofHours(4)),
                () -> {
                    meanwhile.run();
                    return List.of(staff);
                },
                desks,
                cases,
                (need, skills, userId, enough) -> 0,
                Clock.systemUTC());
    }

    private void isAssigned(String userId) {
        TicketAssigned assigned =
                new TicketAssigned("t1", "A ticket", userId, null, null, null, List.of(), "so it is", Actor.rule());
        cases.enter(Fact.of("t1", 2, Instant.now(), assigned), assigned);
        desks.move(userId, "t1");
    }

    private void isClosed() {
        TicketStatusChanged closed =
                new TicketStatusChanged("t1", TicketStatus.IN_PROGRESS, TicketStatus.CLOSED, Actor.rule());
        cases.enter(Fact.of("t1", 2, Instant.now(), closed), closed);
        desks.clear("t1");
    }
}
