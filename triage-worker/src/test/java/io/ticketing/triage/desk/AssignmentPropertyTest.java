package io.ticketing.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.ticketing.events.Role;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds however staff and tickets are, and however many look for somebody at once. Nothing leaves a desk here, so one that was too full
 * at any moment is so in the end. Repeat a failure with {@code -Dseed=}.
 */
class AssignmentPropertyTest {

    private static final int TICKETS = 1_000;
    private static final int THREADS = 8;
    private static final int REPLICAS = 4;
    private static final int MODERATORS = 20;
    private static final List<List<String>> SKILLS =
            List.of(List.of("java"), List.of("CSS 3"), List.of("JS", "css"), List.of("Mongo DB"));
    private static final List<List<String>> NEEDS = List.of(
            List.of("java"), List.of("css"), List.of("javascript", "css"), List.of("mongodb"), List.of("java", "css"));

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final MongoDatabase database = RealMongo.start().freshDatabase("desks");
    private final Desks desks = new Desks(database.getCollection("desks", DeskDocument.class), Clock.systemUTC());
    private final List<StaffMember> staff =
            IntStream.range(0, MODERATORS).mapToObj(this::somebody).toList();

    @Test
    void noDeskIsEverTooFullNobodyWhoCannotWorkIsChosenAndTheWorkIsSharedEvenly() throws Exception {
        System.out.println("seed of the staff and the tickets: " + seed);
        desks.ensureIndex();

        List<Assignment> outcomes = assignAll();

        Map<String, DeskLoad> loads = desks.loads();
        assertThat(staff).as("seed %d", seed).allSatisfy(member -> assertThat(open(member, loads))
                .isBetween(0, mayWork(member) ? member.capacity() : 0));
        assertThat(loads.values().stream().mapToInt(DeskLoad::openTickets).sum())
                .as("places that were taken, seed %d", seed)
                .isEqualTo(outcomes.stream()
                        .filter(Assignment.Assigned.class::isInstance)
                        .count());
        assertThat(outcomes).hasSize(TICKETS).hasAtLeastOneElementOfType(Assignment.Waiting.class);
        assertThat(staff).as("seed %d", seed).allSatisfy(member -> isSharedEvenlyWith(member, loads));
    }

    /** Of two who can do the same one has more than the other by two only if the other is full. */
    private void isSharedEvenlyWith(StaffMember member, Map<String, DeskLoad> loads) {
        int own = open(member, loads);
        assertThat(staff)
                .filteredOn(other ->
                        mayWork(member) && mayWork(other) && other.skills().equals(member.skills()))
                .allSatisfy(other ->
                        assertThat(open(other, loads)).isGreaterThanOrEqualTo(Math.min(own - 1, other.capacity())));
    }

    private List<Assignment> assignAll() throws InterruptedException, ExecutionException {
        List<Need> needs = IntStream.range(0, TICKETS).mapToObj(this::need).toList();
        List<AssigningTicket> replicas =
                Stream.generate(this::replica).limit(REPLICAS).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Assignment>> futures = IntStream.range(0, TICKETS)
                    .mapToObj(number ->
                            threads.submit(() -> replicas.get(number % REPLICAS).assign(needs.get(number))))
                    .toList();
            List<Assignment> outcomes = new ArrayList<>();
            for (Future<Assignment> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    private static int open(StaffMember member, Map<String, DeskLoad> loads) {
        return loads.getOrDefault(member.id(), DeskLoad.EMPTY).openTickets();
    }

    private static boolean mayWork(StaffMember member) {
        return member.active() && member.onboarded() && member.available();
    }

    /** One in eight is inactive, one a newcomer, one away. */
    private StaffMember somebody(int number) {
        int what = random.nextInt(8);
        return new StaffMember(
                "m" + number,
                Role.MODERATOR,
                what != 0,
                what != 1,
                what == 2 ? Instant.parse("2026-12-01T08:00:00Z") : null,
                20 + random.nextInt(40),
                SKILLS.get(random.nextInt(SKILLS.size())));
    }

    private Need need(int number) {
        return new Need(
                "t" + number,
                "somebody",
                NEEDS.get(random.nextInt(NEEDS.size())),
                null,
                new Turn(1, Instant.EPOCH, "r" + number));
    }

    private AssigningTicket replica() {
        return new AssigningTicket(
                new Ranking(Tables.vocabulary(), Duration.ofHours(4)),
                () -> staff,
                desks,
                new TicketCases(database.getCollection("cases", CaseDocument.class)),
                (need, skills, userId, enough) -> 0,
                Clock.systemUTC());
    }
}
