package io.ticketing.ticket.stream;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import io.ticketing.web.caller.Caller;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ResumingTest {

    @Inject
    ChangeWatches watches;

    @Inject
    CatchingUp catchingUp;

    @Inject
    EventIds ids;

    @Inject
    Subscriptions subscriptions;

    @Inject
    StreamConfig config;

    @Test
    void whoComesBackHearsOnceWhatHappenedMeanwhile() {
        Person student = Person.student();
        String last;
        List<String> opened = new ArrayList<>();
        try (Listener listener = Listener.of(student)) {
            last = listener.await("ticket/created", Api.open(student, "Heard")).id();
        }
        opened.add(Api.open(student, "Missed"));
        opened.add(Api.open(student, "Missed, too"));

        try (Listener listener = Listener.of(student, last)) {
            opened.add(Api.open(student, "Live"));
            listener.await("ticket/created", opened.getLast());
            assertThat(listener.opened()).containsExactlyElementsOf(opened);
        }
    }

    @Test
    void whoHasHeardNothingYetMissesNothingEither() {
        Person student = Person.student();
        String last = beginning(student);
        String id = Api.open(student, "Missed");

        try (Listener listener = Listener.of(student, last)) {
            listener.await("ticket/created", id);
            assertThat(listener.opened()).containsExactly(id);
        }
    }

    @Test
    void nothingIsLostOrHeardTwiceHoweverOftenSomebodyComesBack() {
        Person student = Person.student();
        String last = beginning(student);
        CompletableFuture<List<String>> opening = CompletableFuture.supplyAsync(() -> IntStream.range(0, 60)
                .mapToObj(number -> Api.open(student, "No. " + number))
                .toList());

        List<String> heard = new ArrayList<>();
        while (heard.size() < 60) {
            try (Listener listener = Listener.of(student, last)) {
                eventually(() -> assertThat(listener.events()).isNotEmpty());
                List<Listener.Event> events = listener.events();
                events.forEach(event -> heard.add(event.ticketId()));
                last = events.getLast().id();
            }
        }

        assertThat(heard).containsExactlyElementsOf(opening.join());
    }

    @Test
    void anotherReplicaGoesOnWhereTheFirstOneStopped() throws Exception {
        Person student = Person.student();
        String last;
        try (Listener listener = Listener.of(student)) {
            last = listener.await("ticket/created", Api.open(student, "Heard")).id();
        }
        String missedId = Api.open(student, "Missed");
        Subscriptions elsewhere = new Subscriptions(config);
        Switchboard switchboard = new Switchboard(watches, elsewhere);
        switchboard.start(null);
        try {
            Position known = ids.read(last).orElseThrow();
            Subscription subscription = elsewhere.begin(caller(student), Optional.of(known));
            String liveId = Api.open(student, "Live");

            HeldLine line = HeldLine.free();
            catchingUp.tell(line.client(caller(student), known, subscription, userId -> Optional.empty()));
            List<String> heard = new ArrayList<>(line.offered());
            while (!heard.contains(liveId)) {
                subscription.next(Duration.ofSeconds(15)).ifPresent(signal -> {
                    if (signal instanceof Signal.News news) {
                        heard.add(news.entry().ticketId());
                    }
                });
            }

            assertThat(heard).containsExactly(missedId, liveId);
        } finally {
            switchboard.stop(null);
        }
    }

    @Test
    void aReplicaThatIsBehindTellsNothingTwice() throws Exception {
        Person student = Person.student();
        Subscriptions behind = new Subscriptions(config);
        behind.reach(subscriptions.position().orElseThrow());
        Position ahead;
        try (Listener listener = Listener.of(student)) {
            String id = Api.open(student, "Known already");
            ahead = ids.read(listener.await("ticket/created", id).id()).orElseThrow();
        }

        Subscription subscription = behind.begin(caller(student), Optional.of(ahead));
        HeldLine line = HeldLine.free();
        catchingUp.tell(line.client(caller(student), ahead, subscription, userId -> Optional.empty()));
        try (ChangeWatch watch = watches.open(behind.position(), Duration.ofMillis(50))) {
            while (!behind.position().orElseThrow().reaches(ahead)) {
                watch.next().ifPresent(behind::publish);
            }
        }

        assertThat(line.offered()).isEmpty();
        assertThat(subscription.isEmpty()).isTrue();
        assertThat(behind.quietPosition(subscription)).hasValue(ahead);
    }

    @ParameterizedTest
    @ValueSource(longs = {60 * 60 * 23, 60 * 60 * 24 * 40})
    void whoWasAwayTooLongIsToldToReadTheListAgain(long seconds) {
        Person student = Person.student();
        String ancient =
                ids.write(new Position(earlier(subscriptions.position().orElseThrow(), Duration.ofSeconds(seconds))));

        try (Listener listener = Listener.of(student, ancient)) {
            eventually(() -> assertThat(listener.events()).hasSize(1));
            Listener.Event reset = listener.events().getFirst();
            assertThat(reset.type()).isEqualTo("stream/reset");
            assertThat(reset.data().path("message").asText()).isNotEmpty();
            String id = Api.open(student, "Live");
            listener.await("ticket/created", id);
            try (Listener again = Listener.of(student, reset.id())) {
                again.await("ticket/created", id);
                assertThat(again.events()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "1", "null", "AAAA", "82666666660000000129", "../../etc", "a b", "%00", "{\"$gt\":\"\"}"})
    void anIdThatWeHaveNotWrittenIsRefused(String id) {
        try (Listener listener = Listener.of(Person.student(), id)) {
            assertThat(listener.status()).isEqualTo(400);
        }
    }

    @Test
    void aChangedIdIsRefusedByName() {
        Person student = Person.student();
        String id = ids.write(subscriptions.position().orElseThrow());
        String tampered = (id.charAt(0) == 'A' ? "B" : "A") + id.substring(1);

        Answer answer = Api.get(Api.STREAM, student, "Last-Event-ID", tampered);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.faultyFields()).containsExactly("Last-Event-ID");
    }

    /** The id that somebody has who has just begun to listen. */
    private static String beginning(Person person) {
        try (Listener listener = Listener.of(person)) {
            return listener.lastId();
        }
    }

    private static String earlier(Position position, Duration ago) {
        Instant then = position.time().minus(ago);
        return "82%08X".formatted(then.getEpochSecond()) + position.token().substring(10);
    }

    private static Caller caller(Person person) {
        return new Caller(person.id(), person.role().wireName(), true, "token", Instant.MAX);
    }
}
