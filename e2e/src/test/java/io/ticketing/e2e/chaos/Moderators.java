package io.ticketing.e2e.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.e2e.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Look at their tickets now and then and resolve some, so that places become free for those who wait. */
final class Moderators implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LONGEST_PAUSE_MS = 1500;

    private final ExecutorService working = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Person> people;
    private final Plan plan;
    private final Unanswered unanswered;
    private List<? extends Future<?>> work = List.of();
    private volatile boolean evening;

    Moderators(List<Person> people, Plan plan, Unanswered unanswered) {
        this.people = List.copyOf(people);
        this.plan = plan;
        this.unanswered = unanswered;
    }

    /** They begin. */
    void work() {
        work = IntStream.range(0, people.size())
                .mapToObj(number -> working.submit(() -> work(people.get(number), plan.chance("moderator " + number))))
                .toList();
    }

    private void work(Person person, Random chance) {
        while (!evening) {
            unanswered
                    .retried(() -> person.api()
                            .get("/tickets/get-all-tickets?assignedTo=me&status=in-progress", person.token()))
                    .ifPresent(answer -> answer.expect(200)
                            .data()
                            .valueStream()
                            .filter(ticket -> isTriaged(ticket) && chance.nextBoolean())
                            .forEach(ticket -> resolve(person, ticket)));
            Waiting.pause(Duration.ofMillis(chance.nextInt(LONGEST_PAUSE_MS)));
        }
    }

    private void resolve(Person person, JsonNode ticket) {
        String path = "/tickets/admin/status/" + ticket.path("_id").asText();
        unanswered
                .retried(() -> person.api().patch(path, Map.of("status", "resolved"), person.token()))
                .ifPresent(answer -> answer.expect(200));
    }

    private static boolean isTriaged(JsonNode ticket) {
        return ticket.at("/triage/state").asText().equals("done");
    }

    /** They stop; fails if one of them was answered what nobody should be. */
    @Override
    public void close() {
        evening = true;
        work.forEach(one -> Waiting.result(one, PATIENCE));
        working.shutdownNow();
    }
}
