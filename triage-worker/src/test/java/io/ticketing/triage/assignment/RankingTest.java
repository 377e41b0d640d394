package io.ticketing.triage.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Role;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.desk.DeskLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Ranking ranking = new Ranking(Tables.vocabulary(), Duration.ofHours(4));
    private final StaffMember root = member("root", Role.ADMIN, 1);

    @Test
    void moreOfTheSkillsWinsWhateverTheLoad() {
        StaffMember one = member("one", Role.MODERATOR, 9, "java");
        StaffMember two = member("two", Role.MODERATOR, 9, "Java SE", "Mongo");

        Plan plan = plan(need(null, "java", "mongodb", "css"), Map.of("two", load(8)), one, two, root);

        assertThat(chosen(plan)).isEqualTo("two");
        assertThat(((Plan.Give) plan).explanation())
                .isEqualTo("Fits best: java, mongodb (2 of 3 skills), 8 open tickets");
    }

    @Test
    void amongEqualsLoadDecidesThenIdleTimeThenId() {
        StaffMember a = member("a", Role.MODERATOR, 9, "java");
        StaffMember b = member("b", Role.MODERATOR, 9, "java");
        DeskLoad recent = new DeskLoad(1, NOW.minusSeconds(1));
        DeskLoad idle = new DeskLoad(1, NOW.minusSeconds(60));

        assertThat(chosen(plan(need(null, "java"), Map.of("a", load(2), "b", load(1)), a, b)))
                .isEqualTo("b");
        assertThat(chosen(plan(need(null, "java"), Map.of("a", recent, "b", idle), a, b)))
                .isEqualTo("b");
        assertThat(chosen(plan(need(null, "java"), Map.of(), b, a))).isEqualTo("a");
    }

    @Test
    void nobodyWhoIsInactiveAwayNotOnboardedOrTheRequesterIsChosen() {
        List<String> skills = List.of("java");
        StaffMember inactive = new StaffMember("x1", Role.MODERATOR, false, true, null, 9, skills);
        StaffMember newcomer = new StaffMember("x2", Role.MODERATOR, true, false, null, 9, skills);
        StaffMember requester = new StaffMember("requester", Role.MODERATOR, true, true, null, 9, skills);

        Plan plan = plan(need(null, "java"), Map.of(), inactive, newcomer, requester, root);

        assertThat(chosen(plan)).isEqualTo("root");
        assertThat(plan.candidates())
                .extracting(Candidate::exclusion)
                .containsExactly(
                        "the account is not active", "has not completed onboarding", "opened the ticket", null);
    }

    @Test
    void whoFitsButIsFullOrAwayIsWaitedForUntilAnAdminTakesIt() {
        StaffMember full = member("full", Role.MODERATOR, 2, "java");
        StaffMember away = new StaffMember(
                "away", Role.MODERATOR, true, true, Instant.parse("2026-12-01T08:00:00Z"), 9, List.of("java"));
        Map<String, DeskLoad> desks = Map.of("full", load(2));

        Plan waiting = plan(need(null, "java"), desks, full, away, root);
        assertThat(waiting).isInstanceOf(Plan.Wait.class);
        assertThat(waiting.candidates())
                .extracting(Candidate::exclusion)
                .containsExactly(
                        "is full: 2 of 2 tickets", "is away or off work; works again at 2026-12-01T08:00:00Z", null);
        assertThat(plan(need(NOW.minus(Duration.ofHours(4)).plusMillis(1), "java"), desks, full, away, root))
                .isInstanceOf(Plan.Wait.class);
        assertThat(chosen(plan(need(NOW.minus(Duration.ofHours(4)), "java"), desks, full, away, root)))
                .isEqualTo("root");
    }

    @Test
    void theLeastLoadedAdminIsChosenEvenWhenAllAreOverTheirCapacity() {
        StaffMember boss = member("boss", Role.ADMIN, 1);

        Plan plan = plan(need(null, "java"), Map.of("root", load(7), "boss", load(6)), root, boss);

        assertThat(chosen(plan)).isEqualTo("boss");
    }

    @Test
    void withoutAnyoneItWaits() {
        assertThat(plan(need(null, "java"), Map.of())).isInstanceOf(Plan.Wait.class);
        assertThat(plan(need(NOW.minus(Duration.ofDays(9)), "java"), Map.of(), member("css", Role.MODERATOR, 5, "css")))
                .isInstanceOf(Plan.Wait.class);
    }

    private Plan plan(Need need, Map<String, DeskLoad> desks, StaffMember... staff) {
        return Outlook.of(ranking, List.of(staff), desks, NOW).plan(need);
    }

    private static String chosen(Plan plan) {
        return ((Plan.Give) plan).to().id();
    }

    private static Need need(@Nullable Instant waitingSince, String... skills) {
        return new Need("ticket", "requester", List.of(skills), waitingSince, new Turn(1, NOW, "run"));
    }

    private static DeskLoad load(int open) {
        return new DeskLoad(open, NOW.minusSeconds(5));
    }

    private static StaffMember member(String id, Role role, int capacity, String... skills) {
        return new StaffMember(id, role, true, true, null, capacity, List.of(skills));
    }
}
