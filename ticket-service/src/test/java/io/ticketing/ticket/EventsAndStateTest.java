package io.ticketing.ticket;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Role;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.quarkus.KafkaResource;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.triage.News;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to tickets at once, and whoever does it: somebody who replays what was told knows what is there. The changes are the same each
 * time; how they meet is not.
 */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class EventsAndStateTest {

    private static final long SEED = 20_261_129L;
    private static final int TICKETS = 10;
    private static final int CHANGES = 220;
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> STATUSES = List.of("active", "in-progress", "resolved", "closed");
    private static final List<String> PRIORITIES = List.of("low", "medium", "high");

    private final Random random = new Random(SEED);
    private final Person student = Person.student();
    private final Person admin = Person.admin();
    private final List<Person> staff =
            Stream.generate(Person::moderator).limit(4).toList();

    @Inject
    Tickets tickets;

    @Test
    void eventsAndStateAgreeAfterAStorm() {
        Bus.introduce(staff.toArray(Person[]::new));
        List<String> ids =
                Stream.generate(() -> Api.open(student, "Storm")).limit(TICKETS).toList();

        rage(plan(ids));

        awaitHeard();
        awaitTold(ids);
        Map<String, List<ConsumerRecord<String, byte[]>>> told = told(ids);
        for (String id : ids) {
            Replay replay = Replay.of(told.get(id));
            Optional<Ticket> ticket = tickets.ticket(id);
            assertThat(replay.isDeleted()).isEqualTo(ticket.isEmpty());
            ticket.ifPresent(replay::agreesWith);
        }
        assertThat(told.values().stream().map(Replay::of).filter(Replay::isDeleted))
                .hasSizeBetween(1, TICKETS - 1);
    }

    private void rage(Queue<Runnable> changes) {
        AtOnce.run(AT_ONCE, () -> {
            for (Runnable next = changes.poll(); next != null; next = changes.poll()) {
                next.run();
            }
            return true;
        });
    }

    /** Many small changes in any order; in the middle of them some of the staff are lost, and towards the end some tickets are. */
    private Queue<Runnable> plan(List<String> ids) {
        List<Runnable> changes = new ArrayList<>();
        for (int number = 0; number < CHANGES; number++) {
            changes.add(change(ids.get(random.nextInt(ids.size())), number));
        }
        changes.add(CHANGES / 3, () -> Bus.delete(staff.get(0)));
        changes.add(
                CHANGES / 2, () -> Bus.send(staff.get(1).inactive().atVersion(2).fact()));
        changes.add(
                CHANGES * 2 / 3,
                () -> Bus.send(staff.get(2).as(Role.STUDENT).atVersion(2).fact()));
        List<String> doomed = new ArrayList<>(ids);
        Collections.shuffle(doomed, random);
        doomed.subList(0, TICKETS / 3)
                .forEach(id -> changes.add(
                        CHANGES * 2 / 3 + random.nextInt(CHANGES / 3),
                        () -> answered("DELETE", "admin/delete/" + id, admin, "")));
        return new ConcurrentLinkedQueue<>(changes);
    }

    private Runnable change(String id, int number) {
        Person somebody = staff.get(random.nextInt(staff.size()));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                News news = new News(id, "run %d of %s".formatted(random.nextInt(3), id));
                yield news(news, somebody, random.nextInt(5));
            }
            case 3, 4 ->
                () -> answered("POST", "admin/assign/" + id, admin, "{\"assigneeId\":\"%s\"}".formatted(somebody.id()));
            case 5 -> () -> answered("POST", "admin/assign/" + id, admin, "{}");
            case 6, 7 -> {
                String status = STATUSES.get(random.nextInt(STATUSES.size()));
                yield () -> answered("PATCH", "admin/status/" + id, admin, "{\"status\":\"%s\"}".formatted(status));
            }
            case 8 -> {
                String priority = PRIORITIES.get(random.nextInt(PRIORITIES.size()));
                yield () -> answered("PATCH", id, admin, "{\"priority\":\"%s\"}".formatted(priority));
            }
            case 9 -> () -> answered("POST", id + "/comments", student, "{\"body\":\"Still there.\"}");
            case 10 -> () -> answered("POST", id + "/comments", admin, "{\"body\":\"Hm.\",\"internal\":true}");
            default -> () -> answered("PATCH", id, student, "{\"title\":\"Storm %d\"}".formatted(number));
        };
    }

    private static Runnable news(News news, Person assignee, int kind) {
        return switch (kind) {
            case 0 -> () -> Bus.send(news.started());
            case 1 -> () -> Bus.send(news.queued("Full."));
            case 2 -> () -> Bus.send(news.needsReview("Who knows."));
            default -> () -> Bus.send(news.completed(assignee.id()));
        };
    }

    /** Some of it is refused, since others were faster. */
    private static void answered(String method, String path, Person caller, String body) {
        Answer answer = Api.call(method, "/api/v1/tickets/" + path, caller, body);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201, 404, 409);
    }

    /** What is sent later to the same partition is handled later, and whoever was lost has lost his tickets by then. */
    private void awaitHeard() {
        String marker = Api.open(student, "Marker");
        Bus.send(new News(marker).started());
        Bus.introduce(Person.student());
        eventually(PATIENCE, () -> assertThat(tickets.ticket(marker))
                .hasValueSatisfying(ticket -> assertThat(ticket.version()).isEqualTo(2)));
    }

    private void awaitTold(List<String> ids) {
        eventually(PATIENCE, () -> assertThat(tickets.mongoCollection()
                        .countDocuments(Filters.and(Filters.in("_id", ids), Filters.exists("outbox"))))
                .isZero());
    }

    private static Map<String, List<ConsumerRecord<String, byte[]>>> told(List<String> ids) {
        try (TopicReader reader = KafkaResource.kafka().records("ticket-events")) {
            return reader.all().stream()
                    .filter(record -> ids.contains(record.key()))
                    .collect(Collectors.groupingBy(ConsumerRecord::key));
        }
    }
}
