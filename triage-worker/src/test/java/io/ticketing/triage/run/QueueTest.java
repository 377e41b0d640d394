package io.ticketing.triage.run;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Actor;
import io.ticketing.events.Availability;
import io.ticketing.events.Fact;
import io.ticketing.events.Role;
import io.ticketing.events.Stretch;
import io.ticketing.events.TicketCreated;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.TriageNeedsReview;
import io.ticketing.events.TriageQueued;
import io.ticketing.events.UserChanged;
import io.ticketing.events.Weekday;
import io.ticketing.events.WorkingHours;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import io.ticketing.triage.assignment.Candidate;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class QueueTest {

    /** What a busy machine may need. */
    private static final Duration PROMPTLY = Duration.ofSeconds(20);

    private final World world;
    private final TriageRuns runs;

    QueueTest(World world, TriageRuns runs) {
        this.world = world;
        this.runs = runs;
    }

    @BeforeEach
    void start() {
        world.clear();
        GeminiResource.gemini().reset();
    }

    @Test
    void whatFitsNobodyGoesToAnAdmin() {
        String ada = world.moderator("Ada", 5, "java");
        String root = world.admin("Root");
        Fact ticket = world.ticket("Invoice", "I was charged twice, please refund me.", "money");

        TriageCompleted completed = world.completed(ticket.subject());

        assertThat(completed.assigneeId()).isEqualTo(root);
        assertThat(completed.explanation()).contains("No moderator has the skills", "the least loaded admin");
        assertThat(runs.find(ticket.id()).orElseThrow().candidates())
                .extracting(Candidate::userId, Candidate::exclusion)
                .contains(tuple(ada, "has none of the skills"));
    }

    @Test
    void aFullDeskMakesTheTicketWaitUntilAPlaceIsFree() {
        String ada = world.moderator("Ada", 1, "networking");
        world.admin("Root");
        Fact first = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.completed(first.subject());
        world.assigned(first.subject(), ada, Actor.ai());
        Fact second = world.ticket("DNS outage", "DNS is down.", "dns");
        TriageQueued queued = world.told(second.subject(), TriageQueued.class);
        assertThat(queued.reason()).contains("full or away");
        assertThat(queued.ticketVersion()).isEqualTo(second.sequence());

        world.moved(first.subject(), TicketStatus.IN_PROGRESS, TicketStatus.RESOLVED);

        assertThat(world.completed(second.subject()).assigneeId()).isEqualTo(ada);
        assertThat(world.facts(second.subject())).hasSize(3);
    }

    @Test
    void whenNobodyIsThereTheTicketWaitsForTheFirstWhoComes() {
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        assertThat(world.told(ticket.subject(), TriageQueued.class).reason()).contains("no admin");

        String ada = world.moderator("Ada", 3, "networking");

        assertThat(world.completed(ticket.subject()).assigneeId()).isEqualTo(ada);
    }

    @Test
    void whatAPersonSetsOfATicketThatWaitsDecidesWhoGetsIt() {
        world.moderator("Ada", 0, "networking");
        String grace = world.moderator("Grace", 1, "javascript");
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        TriageQueued queued = world.told(ticket.subject(), TriageQueued.class);

        world.set(ticket, null, List.of("JS"));

        TriageCompleted completed = world.completed(ticket.subject());
        assertThat(completed.assigneeId()).isEqualTo(grace);
        assertThat(completed.explanation()).startsWith("Fits best: javascript (1 of 1 skill)");
        assertThat(completed.analysis()).as("what was found").isEqualTo(queued.analysis());
    }

    /** What keeps somebody from a ticket until it ends, and what he was then. */
    static Stream<Arguments> absences() {
        Availability present = Availability.present();
        Availability away = new Availability(Instant.now().plusSeconds(3_600), null);
        DayOfWeek tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).getDayOfWeek();
        Availability offWork = new Availability(
                null,
                new WorkingHours(
                        "Pacific/Kiritimati",
                        List.of(new Stretch(Weekday.valueOf(tomorrow.plus(2).name()), "09:00", "17:30"))));
        return Stream.of(
                Arguments.of("full", absent(Role.MODERATOR, AccountStatus.ACTIVE, true, 0, present)),
                Arguments.of("away", absent(Role.MODERATOR, AccountStatus.ACTIVE, true, 1, away)),
                Arguments.of("off work", absent(Role.MODERATOR, AccountStatus.ACTIVE, true, 1, offWork)),
                Arguments.of("inactive", absent(Role.MODERATOR, AccountStatus.INACTIVE, true, 1, present)),
                Arguments.of("a student", absent(Role.STUDENT, AccountStatus.ACTIVE, true, 1, present)),
                Arguments.of("not onboarded", absent(Role.MODERATOR, AccountStatus.ACTIVE, false, 1, present)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("absences")
    void whoeverComesBackGetsWhatWaitsAtOnce(String why, UserChanged absent) {
        world.user(absent);
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.told(ticket.subject(), TriageQueued.class);

        world.user(absent.id(), "Ada", Role.MODERATOR, AccountStatus.ACTIVE, 1, "networking");

        awaitAssigned(ticket, absent.id());
    }

    /** More often than not: a pause of the machine tells nothing of the queue. */
    @Test
    void whatWaitsIsServedWithinTwoSeconds() {
        List<Duration> waits = Stream.concat(
                        Stream.generate(this::waitAfterAReturn).limit(3),
                        Stream.generate(this::waitAfterAPlaceWasFree).limit(3))
                .sorted()
                .toList();

        assertThat(waits.get(3)).isLessThan(Duration.ofSeconds(2));
    }

    private Duration waitAfterAPlaceWasFree() {
        world.clear();
        String ada = world.moderator("Ada", 1, "networking");
        Fact first = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.completed(first.subject());
        world.assigned(first.subject(), ada, Actor.ai());
        Fact second = world.ticket("DNS outage", "DNS is down.", "dns");
        world.told(second.subject(), TriageQueued.class);
        Instant free = Instant.now();
        world.moved(first.subject(), TicketStatus.IN_PROGRESS, TicketStatus.RESOLVED);
        awaitAssigned(second, ada);
        return Duration.between(free, Instant.now());
    }

    private Duration waitAfterAReturn() {
        world.clear();
        UserChanged absent = absent(Role.MODERATOR, AccountStatus.INACTIVE, true, 1, Availability.present());
        world.user(absent);
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.told(ticket.subject(), TriageQueued.class);
        Instant back = Instant.now();
        world.user(absent.id(), "Ada", Role.MODERATOR, AccountStatus.ACTIVE, 1, "networking");
        awaitAssigned(ticket, absent.id());
        return Duration.between(back, Instant.now());
    }

    @Test
    void whoIsAwayComesBackWhenHisTimeHasCome() {
        Instant back = Instant.now().plusSeconds(3);
        String ada = world.user(absent(Role.MODERATOR, AccountStatus.ACTIVE, true, 1, new Availability(back, null)));
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");

        eventually(() -> assertThat(Instant.now()).isAfter(back));

        awaitAssigned(ticket, ada);
    }

    private void awaitAssigned(Fact ticket, String userId) {
        eventually(PROMPTLY, () -> assertThat(runs.find(ticket.id()))
                .hasValueSatisfying(run -> assertThat(run.assigneeId()).isEqualTo(userId)));
    }

    private static UserChanged absent(
            Role role, AccountStatus status, boolean onboarded, int capacity, Availability availability) {
        return new UserChanged(
                new ObjectId().toHexString(),
                "Ada",
                "ada@example.org",
                role,
                status,
                onboarded,
                List.of("networking"),
                capacity,
                availability,
                0,
                List.of());
    }

    @Test
    void theRequesterNeverGetsHisOwnTicket() {
        Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
        String requester = ((TicketCreated) ticket.data()).requesterId();
        world.user(requester, "Ada", Role.MODERATOR, AccountStatus.ACTIVE, 5, "networking");
        String root = world.admin("Root");

        world.send(ticket);

        assertThat(world.completed(ticket.subject()).assigneeId()).isEqualTo(root);
    }

    @Test
    void aPersonsAssignmentEndsTheWaiting() {
        String grace = new ObjectId().toHexString();
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.told(ticket.subject(), TriageQueued.class);

        world.assigned(ticket.subject(), grace, Actor.person(grace));

        assertThat(world.completed(ticket.subject()).assigneeId()).isEqualTo(grace);
    }

    @Test
    void aTicketThatIsClosedWaitsNoLonger() {
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.told(ticket.subject(), TriageQueued.class);

        world.moved(ticket.subject(), TicketStatus.IN_PROGRESS, TicketStatus.CLOSED);

        assertThat(world.told(ticket.subject(), TriageNeedsReview.class).reason())
                .isEqualTo("The ticket was closed meanwhile.");
    }
}
