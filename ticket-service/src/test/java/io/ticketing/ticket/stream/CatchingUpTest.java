package io.ticketing.ticket.stream;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import io.ticketing.web.caller.Caller;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class CatchingUpTest {

    private static final int MORE_THAN_READ_AT_ONCE = 20;

    @Inject
    ChangeWatches watches;

    @Inject
    EventIds ids;

    @Inject
    StreamConfig config;

    private final Person student = Person.student();

    @Test
    void whoReadsSlowlyKeepsNobodyElseFromHearingWhatHeHasMissed() throws Exception {
        Missed some = missedBehind(0);
        CatchingUp catchingUp = catchingUp(Clock.systemUTC(), Clock.systemUTC());
        CountDownLatch release = new CountDownLatch(1);
        List<HeldLine> slow = Stream.generate(() -> HeldLine.until(release))
                .limit(MORE_THAN_READ_AT_ONCE)
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                slow.forEach(line -> threads.submit(() -> catchingUp.tell(some.client(line))));
                eventually(() -> assertThat(slow)
                        .allSatisfy(line -> assertThat(line.offered()).isNotEmpty()));
                HeldLine quick = HeldLine.free();

                Future<Boolean> told = threads.submit(() -> catchingUp.tell(some.client(quick)));

                eventually(() -> assertThat(told.isDone()).isTrue());
                assertThat(quick.offered()).containsExactly(some.ticketId());
            } finally {
                release.countDown();
            }
        }
    }

    @Test
    void whoHasToWaitLongForNothingComesFurtherWithEachTurn() throws Exception {
        Missed little = missedBehind(3);
        HeldLine line = HeldLine.free();

        boolean mayGoOn =
                catchingUp(ticking(Duration.ofSeconds(6)), Clock.systemUTC()).tell(little.client(line));

        assertThat(mayGoOn).isTrue();
        assertThat(line.offered()).containsExactly(little.ticketId());
        List<Position> reached = line.beats().stream().flatMap(Optional::stream).toList();
        assertThat(reached).hasSizeGreaterThanOrEqualTo(4).isSorted().doesNotHaveDuplicates();
        assertThat(reached.getLast()).isEqualTo(little.upTo());
        assertThat(line.resets()).isEmpty();
    }

    @Test
    void whoWaitsForTheDatabaseIsShownThatTheLineIsThere() throws Exception {
        Missed some = missedBehind(0);
        HeldLine line = HeldLine.free();
        RealMongo mongo = MongoResource.mongo();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            mongo.pause();
            try {
                threads.submit(
                        () -> catchingUp(Clock.systemUTC(), Clock.systemUTC()).tell(some.client(line)));
                eventually(() ->
                        assertThat(line.beats()).startsWith(Optional.of(some.known()), Optional.of(some.known())));
            } finally {
                mongo.resume();
            }
        }
        assertThat(line.offered()).containsExactly(some.ticketId());
    }

    @Test
    void whoseTurnDoesNotComeInTimeIsToldToReadTheListAgain() throws Exception {
        Missed some = missedBehind(0);
        HeldLine line = HeldLine.free();

        boolean mayGoOn =
                catchingUp(Clock.systemUTC(), ticking(Duration.ofMinutes(11))).tell(some.client(line));

        assertThat(mayGoOn).isTrue();
        assertThat(line.resets()).containsExactly(some.upTo());
        assertThat(line.offered()).isEmpty();
    }

    private CatchingUp catchingUp(Clock ofReading, Clock ofWaiting) {
        return new CatchingUp(new MissedChanges(watches, ofReading), config, ofWaiting);
    }

    /** A ticket that was opened behind so many of somebody else. */
    private Missed missedBehind(int others) {
        Person other = Person.student();
        try (Listener listener = Listener.of(student)) {
            Position known = ids.read(listener.lastId()).orElseThrow();
            for (int number = 0; number < others; number++) {
                Api.open(other, "Not for him");
            }
            String id = Api.open(student, "For him");
            Position upTo = ids.read(listener.await("ticket/created", id).id()).orElseThrow();
            return new Missed(student, known, upTo, id);
        }
    }

    /** A clock that goes on by so much whenever somebody looks at it. */
    private static Clock ticking(Duration step) {
        Instant begin = Instant.now();
        AtomicInteger looks = new AtomicInteger();
        InstantSource source = () -> begin.plus(step.multipliedBy(looks.getAndIncrement()));
        return source.withZone(ZoneOffset.UTC);
    }

    private record Missed(Person student, Position known, Position upTo, String ticketId) {
        Client client(HeldLine line) {
            Caller caller = new Caller(student.id(), student.role().wireName(), true, "token", Instant.MAX);
            return line.client(caller, known, new Subscription(caller, upTo, 256), userId -> Optional.empty());
        }
    }
}
