package io.ticketing.e2e.chaos;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.ticketing.e2e.death.Copies;
import io.ticketing.e2e.death.Death;
import io.ticketing.e2e.mail.Mail;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.Ticket;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.testing.gemini.GeminiMood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * While people open and resolve tickets, a third of the model's answers is bad, each service dies several times, and the broker and the
 * database once: every ticket ends with somebody and one mail, and no desk is ever too full. See {@link Plan} for the size and the seed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ChaosStory {
    private static final double FAULTY = 0.3;
    private static final GeminiMood[] FAULTS = {
        GeminiMood.HTTP_500,
        GeminiMood.HTTP_503,
        GeminiMood.RATE_LIMITED,
        GeminiMood.SILENT,
        GeminiMood.PROSE,
        GeminiMood.OFF_LIST,
        GeminiMood.CUT_JSON,
        GeminiMood.SAFETY_BLOCK
    };
    private static final int LARGEST_CAPACITY = 4;
    /** After the last fault nothing may be stuck for longer. */
    private static final Duration CALM = Duration.ofSeconds(60);

    /** All of it has an end, whatever moves meanwhile. */
    private static final Duration EVENING = Duration.ofMinutes(15);

    /** A run whose worker dies again and again goes to a person; more than one in so many would be much. */
    private static final int ONE_IN = 10;

    private static final Duration A_LOOK = Duration.ofSeconds(1);

    private static final Path FIGURES = Path.of("target", "chaos.txt");

    private final Plan plan = Plan.wished();
    private final Scene scene;
    private final MongoClient mongo;
    private final Person admin;
    private final List<Person> moderators;
    private final Map<String, Integer> capacities = new HashMap<>();
    private final Unanswered unanswered = new Unanswered();
    private final List<Death> deaths = new ArrayList<>();
    private final List<String> figures = new ArrayList<>(List.of(plan.toString()));
    private final DeskWatch watch;
    private Map<String, TicketText> opened = Map.of();
    private List<Person> requesters = List.of();

    ChaosStory(Scene scene) {
        this.scene = scene;
        this.mongo = MongoClients.create(scene.stack().address("MONGO_URI"));
        this.admin = scene.casting().admin();
        Random chance = plan.chance("people");
        this.moderators = IntStream.range(0, plan.moderators())
                .mapToObj(number -> moderator(number, chance))
                .toList();
        this.requesters = Stream.generate(scene.casting()::student)
                .limit(plan.requesters())
                .toList();
        scene.facts().awaitDealtWith();
        this.watch = new DeskWatch(mongo, capacities);
        scene.gemini().faulty(plan.seed(), FAULTY, FAULTS);
    }

    @BeforeAll
    void everythingDiesWhilePeopleWork() {
        try {
            play();
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("With " + plan + ": " + failed.getMessage(), failed);
        }
    }

    private void play() {
        Random chance = plan.chance("texts");
        List<TicketText> texts = IntStream.range(0, plan.tickets())
                .mapToObj(number -> Topic.text(plan, number, chance))
                .toList();
        try (Requesters typing = new Requesters(requesters, texts, unanswered);
                Moderators working = new Moderators(moderators, plan, unanswered)) {
            working.work();
            Storm storm = new Storm(plan, scene.stack(), typing);
            Instant start = Instant.now();
            storm.rage();
            Instant end = Instant.now();
            deaths.addAll(storm.deaths());
            opened = typing.opened();
            awaitEnd(end);
            figures.add("storm " + Duration.between(start, end).toSeconds() + " s, all tickets ended "
                    + Duration.between(end, Instant.now()).toSeconds() + " s later");
        }
    }

    @AfterAll
    void calm() throws IOException {
        scene.gemini().reset();
        watch.close();
        mongo.close();
        moderators.forEach(admin::deactivates);
        figures.add("sent again by clients after " + unanswered);
        Files.write(FIGURES, figures);
        figures.forEach(System.out::println);
    }

    @Test
    @Order(1)
    void whatWasOpenedIsThereOnce() {
        assertThat(opened).as("with %s", plan).hasSize(plan.tickets());
        assertThat(tickets())
                .as("with %s", plan)
                .extracting(Ticket::id)
                .containsExactlyInAnyOrderElementsOf(opened.keySet());
    }

    @Test
    @Order(2)
    void everyTicketIsAssignedOnceAndMailedOnce() {
        scene.facts().awaitDealtWith();
        Map<String, Set<String>> assigned = scene.facts().ids("ticket/assigned");
        Map<String, Ticket> inReview = tickets().stream()
                .filter(ticket -> ticket.triageState().equals("needs-review"))
                .collect(Collectors.toMap(Ticket::id, ticket -> ticket));
        assertThat(inReview.size()).as("in review, with %s", plan).isLessThanOrEqualTo(opened.size() / ONE_IN);
        Set<String> expected = new HashSet<>(opened.keySet());
        expected.removeAll(inReview.keySet());
        eventually(() -> assertThat(mails().keySet()).as("with %s", plan).containsAll(expected));
        scene.facts().awaitDealtWith();
        Map<String, List<Mail>> mails = mails();

        assertThat(expected).as("with %s", plan).allSatisfy(ticketId -> {
            assertThat(assigned.get(ticketId)).as("assigned").hasSize(1);
            assertThat(mails.get(ticketId))
                    .extracting(Mail::messageId)
                    .as("mails")
                    .containsOnly(assigned.get(ticketId).iterator().next() + "@ticketing");
            assertThat(Copies.areExcused(mails.get(ticketId), deaths))
                    .as("%s lie apart by a death of their sender: %s", mails.get(ticketId), deaths)
                    .isTrue();
        });
        int copies = mails.values().stream().mapToInt(List::size).sum() - mails.size();
        figures.add(expected.size() + " assigned, " + inReview.size() + " in review, " + mails.size() + " mails, "
                + copies + " of them came again because their sender died before he could note that they were out");
    }

    @Test
    @Order(3)
    void noPlaceIsLost() {
        tickets().stream().filter(ticket -> !ticket.status().equals("resolved")).forEach(ticket -> admin.api()
                .patch("/tickets/admin/status/" + ticket.id(), Map.of("status", "resolved"), admin.token())
                .expect(200));

        eventually(() ->
                assertThat(watch.open()).as("tickets on desks, with %s", plan).isZero());
    }

    @Test
    @Order(4)
    void noDeskWasEverTooFull() {
        assertThat(watch.overfull()).as("by every write, with %s", plan).isEmpty();
        assertThat(ToldDesks.overfull(scene.facts().about(opened.keySet()), capacities))
                .as("by the facts, with %s", plan)
                .isEmpty();
        long full = watch.fullest().entrySet().stream()
                .filter(desk -> desk.getValue().equals(capacities.get(desk.getKey())))
                .count();
        assertThat(full).as("desks that were full, with %s", plan).isPositive();
        figures.add(full + " of " + moderators.size() + " desks were full at some time, none was too full");
    }

    private Person moderator(int number, Random chance) {
        Set<String> skills = new HashSet<>(Set.of(Topic.values()[number % Topic.values().length].skill()));
        Stream.of(Topic.values()).filter(topic -> chance.nextInt(4) == 0).forEach(topic -> skills.add(topic.skill()));
        Person moderator = scene.casting().moderator(skills.stream().sorted().toArray(String[]::new));
        int capacity = number == 0 ? 1 : 1 + chance.nextInt(LARGEST_CAPACITY);
        admin.changes(moderator, Map.of("capacity", capacity));
        capacities.put(moderator.id(), capacity);
        return moderator;
    }

    /** Returns once every ticket has somebody or is in review; fails with what is stuck. */
    private void awaitEnd(Instant lastFault) {
        Calm calm = new Calm(CALM, lastFault);
        while (true) {
            List<Ticket> unfinished =
                    tickets().stream().filter(ticket -> !hasEnded(ticket)).toList();
            if (unfinished.isEmpty()) {
                return;
            }
            Instant now = Instant.now();
            List<Ticket> stuck = now.isAfter(lastFault.plus(EVENING)) ? unfinished : calm.brokenBy(unfinished, now);
            if (!stuck.isEmpty()) {
                throw new AssertionError("stuck after " + deaths + Stuck.described(stuck, mongo));
            }
            Waiting.pause(A_LOOK);
        }
    }

    private List<Ticket> tickets() {
        return requesters.stream()
                .flatMap(requester -> admin.finds("createdBy=" + requester.id()).stream())
                .toList();
    }

    private static boolean hasEnded(Ticket ticket) {
        return ticket.triageState().equals("needs-review")
                        && ticket.triageReason().isPresent()
                || ticket.triageState().equals("done") && ticket.assigneeId().isPresent();
    }

    private Map<String, List<Mail>> mails() {
        Map<String, String> ticketsByTitle = opened.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getValue().title(), Map.Entry::getKey));
        return scene.inbox().all().stream()
                .filter(mail -> ticketsByTitle.containsKey(title(mail)))
                .collect(Collectors.groupingBy(mail -> ticketsByTitle.get(title(mail))));
    }

    private static String title(Mail mail) {
        return mail.subject().replaceFirst("^[^:]*: ", "");
    }
}
