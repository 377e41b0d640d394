package io.ticketing.e2e.chaos;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Method;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Open tickets while everything dies, and send what was not answered again, with its key, until it is. */
final class Requesters implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ExecutorService typing = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore permits = new Semaphore(0);
    private final Map<String, TicketText> opened = new ConcurrentHashMap<>();
    private final List<? extends Future<?>> typed;
    private final Unanswered unanswered;

    Requesters(List<Person> people, List<TicketText> texts, Unanswered unanswered) {
        this.unanswered = unanswered;
        this.typed = IntStream.range(0, texts.size())
                .mapToObj(number -> typing.submit(() -> {
                    permits.acquire();
                    open(people.get(number % people.size()), texts.get(number));
                    return null;
                }))
                .toList();
    }

    /** That many more tickets may be opened. */
    void mayOpen(int more) {
        permits.release(more);
    }

    /** Returns once that many tickets have been accepted, in all; fails if somebody was answered what nobody should be. */
    void awaitOpened(int many) {
        eventually(() -> assertThat(opened.size() >= many || !failed().isEmpty())
                .as("%s of %s tickets were accepted", opened.size(), many)
                .isTrue());
        failed().forEach(one -> Waiting.result(one, PATIENCE));
    }

    /** What was accepted, by the ids that were answered; returns once everything is. */
    Map<String, TicketText> opened() {
        typed.forEach(one -> Waiting.result(one, PATIENCE));
        return Map.copyOf(opened);
    }

    private List<? extends Future<?>> failed() {
        return typed.stream().filter(one -> one.state() == Future.State.FAILED).toList();
    }

    private static String key(TicketText text) {
        return UUID.nameUUIDFromBytes(text.title().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void open(Person person, TicketText text) throws InterruptedException {
        person.secrets().keep(text.title());
        person.secrets().keep(text.description());
        Map<String, String> headers = Map.of("Authorization", "Bearer " + person.token(), "Idempotency-Key", key(text));
        while (true) {
            var answer = unanswered.retried(
                    () -> person.api().send(Method.POST, "/api/v1/tickets/create-ticket", text, headers));
            if (answer.isPresent()) {
                Answer accepted = answer.get().expect(201);
                opened.put(accepted.data().path("_id").asText(), text);
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    @Override
    public void close() {
        typing.shutdownNow();
    }
}
