package io.ticketing.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.Role;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.assignment.AssigningTicket;
import io.ticketing.triage.assignment.Assignment;
import io.ticketing.triage.assignment.Candidate;
import io.ticketing.triage.assignment.Need;
import io.ticketing.triage.assignment.Ranking;
import io.ticketing.triage.assignment.StaffMember;
import io.ticketing.triage.assignment.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RememberedPlaceTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final Need NEED =
            new Need("t1", "somebody", List.of("java"), null, new Turn(1, Instant.EPOCH, "r1"));
    private static final StaffMember GRACE = moderator("grace", true, true, true);

    private final MongoDatabase database = RealMongo.start().freshDatabase("places");
    private final Desks desks =
            new Desks(database.getCollection("desks", DeskDocument.class), Clock.fixed(NOW, ZoneOffset.UTC));
    private final TicketCases cases = new TicketCases(database.getCollection("cases", CaseDocument.class));

    @Test
    void aPlaceThatWasTakenBeforeIsKept() {
        assertThat(desks.claim("ada", "t1", 0)).isTrue();

        Assignment again = assigning(moderator("ada", true, true, true), GRACE).assign(NEED);

        assertThat(again)
                .isInstanceOfSatisfying(Assignment.Assigned.class, assigned -> assertThat(assigned.assigneeId())
                        .isEqualTo("ada"));
    }

    @Test
    void whyAPlaceWasTakenIsFoundOnceMoreAsIfTheTicketDidNotLieThere() {
        assertThat(desks.claim("ada", "t0", 0)).isTrue();
        assertThat(desks.claim("ada", "t1", 1)).isTrue();

        Assignment again = assigning(moderator("ada", true, true, true), GRACE).assign(NEED);

        assertThat(again)
                .isEqualTo(new Assignment.Assigned(
                        "ada",
                        "Fits best: java (1 of 1 skill), 1 open ticket",
                        List.of(
                                new Candidate("ada", Role.MODERATOR, List.of("java"), 1, NOW, null),
                                new Candidate("grace", Role.MODERATOR, List.of("java"), 0, null, null))));
    }

    @ParameterizedTest
    @CsvSource({"false, true, true", "true, false, true", "true, true, false"})
    void aPlaceAtTheDeskOfSomebodyWhoCannotWorkNowIsTakenBack(boolean active, boolean onboarded, boolean available) {
        assertThat(desks.claim("ada", "t1", 0)).isTrue();

        Assignment anew =
                assigning(moderator("ada", active, onboarded, available), GRACE).assign(NEED);

        assertThat(anew).isInstanceOfSatisfying(Assignment.Assigned.class, assigned -> assertThat(assigned.assigneeId())
                .isEqualTo("grace"));
        assertThat(desks.holder("t1")).hasValue("grace");
        assertThat(desks.loads().get("ada").openTickets()).isZero();
    }

    @Test
    void nobodyIsSoughtForATicketThatIsOver() {
        TicketStatusChanged closed =
                new TicketStatusChanged("t1", TicketStatus.IN_PROGRESS, TicketStatus.CLOSED, Actor.rule());
        cases.enter(Fact.of("t1", 2, Instant.now(), closed), closed);

        Assignment none = assigning(GRACE).assign(NEED);

        assertThat(none).isInstanceOf(Assignment.Needless.class);
        assertThat(desks.holder("t1")).isEmpty();
    }

    private AssigningTicket assigning(StaffMember... staff) {
        return new AssigningTicket(
                new Ranking(Tables.vocabulary(), Duration.ofHours(4)),
                () -> List.of(staff),
                desks,
                cases,
                (need, skills, userId, enough) -> 0,
                Clock.systemUTC());
    }

    private static StaffMember moderator(String id, boolean active, boolean onboarded, boolean available) {
        Instant worksAgainAt = available ? null : Instant.parse("2026-12-01T08:00:00Z");
        return new StaffMember(id, Role.MODERATOR, active, onboarded, worksAgainAt, 5, List.of("java"));
    }
}
