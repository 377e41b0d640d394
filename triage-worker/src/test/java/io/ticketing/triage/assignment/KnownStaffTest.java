package io.ticketing.triage.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Availability;
import io.ticketing.events.Role;
import io.ticketing.events.Stretch;
import io.ticketing.events.UserChanged;
import io.ticketing.events.Weekday;
import io.ticketing.events.WorkingHours;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.MovableClock;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class KnownStaffTest {

    private final World world;
    private final MovableClock clock = new MovableClock();
    private final KnownStaff staff;

    KnownStaffTest(World world, KnownUsers users) {
        this.world = world;
        this.staff = new KnownStaff(users, clock);
    }

    /** The clock stands at noon of a Monday, UTC. */
    @Test
    void whoIsOffWorkTakesNewWorkAgainWhenHisHoursBegin() {
        world.clear();
        world.user(new UserChanged(
                new ObjectId().toHexString(),
                "Ada",
                "ada@example.org",
                Role.MODERATOR,
                AccountStatus.ACTIVE,
                true,
                List.of("networking"),
                5,
                new Availability(
                        null,
                        new WorkingHours("America/New_York", List.of(new Stretch(Weekday.MONDAY, "09:00", "17:30")))),
                0,
                List.of()));

        assertThat(staff.members())
                .extracting(StaffMember::worksAgainAt)
                .containsExactly(Instant.parse("2026-11-23T14:00:00Z"));
        clock.advance(Duration.ofHours(2));
        assertThat(staff.members()).allMatch(StaffMember::available);
    }
}
