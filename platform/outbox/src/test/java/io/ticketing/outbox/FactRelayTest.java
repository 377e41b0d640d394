package io.ticketing.outbox;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.ticketing.events.Fact;
import io.ticketing.events.Role;
import io.ticketing.events.Topic;
import io.ticketing.events.UserOnboarded;
import io.ticketing.testing.MovableClock;
import io.ticketing.testing.mongo.RealMongo;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kills the relay between every two of its steps: another replica carries on, nothing is lost, nothing first appears out of order. */
public class FactRelayTest {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final String ID = "aggregate";

    /** The process dies here; nobody handles it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A document of some service. */
    public record Aggregate(String _id, int state, @Nullable OutboxState outbox) {}

    private final MovableClock clock = new MovableClock();
    private final Outbox outbox = new Outbox(clock, LEASE);
    private final List<String> broker = new CopyOnWriteArrayList<>();
    private MongoCollection<Aggregate> aggregates;
    private OutboxStore store;

    @BeforeEach
    void emptyCollection() {
        aggregates = RealMongo.start().freshDatabase("outbox").getCollection("aggregates", Aggregate.class);
        store = new OutboxStore(aggregates);
        store.ensureIndex();
    }

    @Test
    void factsAreCarriedInOrderAndThenForgotten() {
        // Given
        List<Fact> facts = insertWithFacts(2);

        // When
        Carried carried = relay(this::accept).carry(ID);

        // Then
        assertThat(carried).isEqualTo(Carried.OUT);
        assertThat(broker).containsExactlyElementsOf(ids(facts));
        assertThat(aggregate().outbox()).isNull();
    }

    @Test
    void killedAfterTheWriteBeforeAnyPublication() {
        List<Fact> facts = insertWithFacts(2);

        anotherReplicaSweepsAfterTheLease();

        assertThat(broker).containsExactlyElementsOf(ids(facts));
        assertThat(aggregate().outbox()).isNull();
    }

    @Test
    void killedWithHalfOfTheFactsPublished() {
        // Given
        List<Fact> facts = insertWithFacts(3);
        assertThatThrownBy(() -> relay(dieAfter(1)).carry(ID)).isInstanceOf(Killed.class);

        // When
        anotherReplicaSweepsAfterTheLease();

        // Then
        assertThat(firstAppearances()).containsExactlyElementsOf(ids(facts));
        assertThat(aggregate().outbox()).isNull();
    }

    @Test
    void killedAfterThePublicationBeforeTheConfirmation() {
        // Given: everything is out, and the process dies on its way to the database
        List<Fact> facts = insertWithFacts(2);
        assertThatThrownBy(() -> relay(entry -> {
                            accept(entry);
                            if (entry.id().equals(facts.getLast().id())) {
                                throw new Killed();
                            }
                        })
                        .carry(ID))
                .isInstanceOf(Killed.class);

        // When
        anotherReplicaSweepsAfterTheLease();

        // Then: told twice, which consumers recognise, and forgotten
        assertThat(broker)
                .containsExactlyElementsOf(
                        Stream.of(ids(facts), ids(facts)).flatMap(List::stream).toList());
        assertThat(aggregate().outbox()).isNull();
    }

    @Test
    void aSweeperKilledBeforeItsFirstPublication() {
        // Given
        List<Fact> facts = insertWithFacts(2);
        clock.advance(LEASE.plusSeconds(1));
        FactRelay dying = relay(entry -> {
            throw new Killed();
        });
        assertThatThrownBy(dying::carryLeftBehind).isInstanceOf(Killed.class);
        assertThat(relay(this::accept).carryLeftBehind()).isEmpty();

        // When
        anotherReplicaSweepsAfterTheLease();

        // Then
        assertThat(broker).containsExactlyElementsOf(ids(facts));
        assertThat(aggregate().outbox()).isNull();
    }

    @Test
    void aSweeperKilledBetweenATombstonesPublicationAndItsRemoval() {
        // Given
        turnIntoTombstone();
        clock.advance(LEASE.plusSeconds(1));
        FactRelay dying = relay(dieAfter(2));
        assertThatThrownBy(dying::carryLeftBehind).isInstanceOf(Killed.class);

        // When
        anotherReplicaSweepsAfterTheLease();

        // Then
        assertThat(firstAppearances()).hasSize(2);
        assertThat(aggregates.countDocuments()).isZero();
    }

    @Test
    void aLeaseIsRenewedFromFactToFact() {
        // Given: a broker that takes nearly a whole lease for each fact, and another replica that sweeps meanwhile
        List<Fact> facts = insertWithFacts(3);
        FactRelay slow = relay(entry -> {
            clock.advance(LEASE.minusSeconds(1));
            assertThat(relay(this::accept).carryLeftBehind()).isEmpty();
            accept(entry);
        });

        // When
        Carried carried = slow.carry(ID);

        // Then
        assertThat(carried).isEqualTo(Carried.OUT);
        assertThat(broker).containsExactlyElementsOf(ids(facts));
    }

    @Test
    void aLeaseThatRanOutBeforeTheFirstFactIsRenewedFirst() {
        // Given: the document waited for its turn for longer than its lease
        Fact fact = insertWithFacts(1).getFirst();
        clock.advance(LEASE.plusSeconds(1));

        // When
        Carried carried = relay(entry -> {
                    assertThat(relay(this::accept).carryLeftBehind()).isEmpty();
                    accept(entry);
                })
                .carry(ID);

        // Then
        assertThat(carried).isEqualTo(Carried.OUT);
        assertThat(broker).containsExactly(fact.id());
    }

    @Test
    void aRelayThatWasThoughtDeadPublishesNoFurtherFact() {
        // Given: it sleeps over its lease with the first fact on its way, and another replica carries everything
        List<Fact> facts = insertWithFacts(2);
        FactRelay sleeper = relay(entry -> {
            accept(entry);
            anotherReplicaSweepsAfterTheLease();
        });

        // When
        Carried carried = sleeper.carry(ID);

        // Then
        assertThat(carried).isEqualTo(Carried.IN_OTHER_HANDS);
        assertThat(broker)
                .containsExactly(
                        facts.getFirst().id(),
                        facts.getFirst().id(),
                        facts.getLast().id());
    }

    @Test
    void aFactIsOnItsWayOnlyOnceInAReplicaAndWhatIsCalledForMeanwhileFollows() {
        // Given: while the first fact is on its way, a second one is written and called for
        Fact first = insertWithFacts(1).getFirst();
        Fact second = fact(2);
        AtomicReference<Carried> meanwhile = new AtomicReference<>();
        AtomicReference<FactRelay> replica = new AtomicReference<>();
        replica.set(relay(entry -> {
            if (entry.id().equals(first.id())) {
                write(second);
                meanwhile.set(replica.get().carry(ID));
            }
            accept(entry);
        }));

        // When
        Carried carried = replica.get().carry(ID);

        // Then
        assertThat(meanwhile).hasValue(Carried.IN_OTHER_HANDS);
        assertThat(carried).isEqualTo(Carried.OUT);
        assertThat(broker).containsExactly(first.id(), second.id());
        assertThat(aggregate().outbox()).isNull();
    }

    @Test
    void aLiveLeaseIsNotTaken() {
        insertWithFacts(1);
        clock.advance(LEASE.minusSeconds(1));

        assertThat(relay(this::accept).carryLeftBehind()).isEmpty();
        assertThat(broker).isEmpty();
    }

    @Test
    void aBrokerThatIsAwayCostsNoFact() {
        // Given
        List<Fact> facts = insertWithFacts(2);
        Carried carried = relay(entry -> {
                    throw new PublishFailedException(new IOException("away"));
                })
                .carry(ID);
        assertThat(carried).isEqualTo(Carried.BROKER_AWAY);

        // When
        anotherReplicaSweepsAfterTheLease();

        // Then
        assertThat(broker).containsExactlyElementsOf(ids(facts));
    }

    @Test
    void aDatabaseThatIsAwayIsNotTakenForTheBroker() throws IOException {
        try (MongoClient away = MongoClients.create(
                "mongodb://localhost:" + closedPort() + "/?serverSelectionTimeoutMS=100&connectTimeoutMS=100")) {
            OutboxStore unreachable = new OutboxStore(away.getDatabase("outbox").getCollection("aggregates"));
            FactRelay relay = new FactRelay(unreachable, this::accept, clock, LEASE);

            assertThat(relay.carry(ID)).isEqualTo(Carried.DATABASE_AWAY);
            assertThat(relay.carryLeftBehind()).hasValue(Carried.DATABASE_AWAY);
        }
    }

    @Test
    void aFactThatIsAddedWhileOthersArePublishedFollowsThem() {
        // Given
        Fact first = insertWithFacts(1).getFirst();
        Fact second = fact(2);

        // When: the second is written between the first's publication and its confirmation
        relay(entry -> {
                    accept(entry);
                    if (entry.id().equals(first.id())) {
                        write(second);
                    }
                })
                .carry(ID);

        // Then
        assertThat(broker).containsExactly(first.id(), second.id());
        assertThat(aggregate().outbox()).isNull();
    }

    @Test
    void aWriterWhoComesBetweenTwoFactsHasNoneToldTwice() {
        // Given
        List<Fact> facts = insertWithFacts(2);
        Fact third = fact(3);
        FactRelay interrupted = relay(entry -> {
            accept(entry);
            if (entry.id().equals(facts.getFirst().id())) {
                clock.advance(Duration.ofSeconds(1));
                write(third);
            }
        });

        // When
        Carried carried = interrupted.carry(ID);
        relay(this::accept).carry(ID);

        // Then
        assertThat(carried).isEqualTo(Carried.IN_OTHER_HANDS);
        assertThat(broker)
                .containsExactly(facts.getFirst().id(), facts.getLast().id(), third.id());
        assertThat(aggregate().outbox()).isNull();
    }

    @Test
    void aBrokerThatGoesAwayInTheMiddleHasNoneToldTwice() {
        // Given
        List<Fact> facts = insertWithFacts(2);
        FactRelay cutShort = relay(entry -> {
            if (!broker.isEmpty()) {
                throw new PublishFailedException(new IOException("away"));
            }
            accept(entry);
        });
        assertThat(cutShort.carry(ID)).isEqualTo(Carried.BROKER_AWAY);

        // When
        anotherReplicaSweepsAfterTheLease();

        // Then
        assertThat(broker).containsExactlyElementsOf(ids(facts));
    }

    @Test
    void aRelayThatWasThoughtDeadConfirmsOnlyWhatItPublished() {
        // Given: it has published the first fact, and a second one is written by somebody else
        Fact first = insertWithFacts(1).getFirst();
        Fact second = fact(2);
        write(second);

        // When
        store.confirm(ID, List.of(first.id()));

        // Then
        OutboxState waiting = store.find(ID).orElseThrow();
        assertThat(waiting.facts()).extracting(OutboxEntry::id).containsExactly(second.id());
    }

    @Test
    void confirmingAgainChangesNothing() {
        Fact fact = insertWithFacts(1).getFirst();

        store.confirm(ID, List.of(fact.id()));

        assertThat(store.confirm(ID, List.of(fact.id()))).isEmpty();
        assertThat(aggregate().state()).isEqualTo(1);
    }

    @Test
    void anEndThatMakesEarlierFactsVoidIsToldAlone() {
        insertWithFacts(2);
        Fact why = fact(3);
        List<OutboxEntry> end = List.of(OutboxEntry.of(why), OutboxEntry.tombstone(Topic.USERS, why));
        aggregates.updateOne(eq("_id", ID), outbox.removingAfter(end));

        relay(this::accept).carry(ID);

        assertThat(broker)
                .containsExactlyElementsOf(end.stream().map(OutboxEntry::id).toList());
        assertThat(aggregates.countDocuments(eq("_id", ID))).isZero();
    }

    @Test
    void killedBetweenATombstonesPublicationAndItsRemoval() {
        // Given
        List<OutboxEntry> end = turnIntoTombstone();
        assertThatThrownBy(() -> relay(dieAfter(2)).carry(ID)).isInstanceOf(Killed.class);
        assertThat(aggregates.countDocuments()).isOne();

        // When
        anotherReplicaSweepsAfterTheLease();

        // Then
        assertThat(firstAppearances())
                .endsWith(end.getFirst().id(), end.getLast().id());
        assertThat(aggregates.countDocuments()).isZero();
    }

    @Test
    void aTombstoneStaysWhileAFactOfItStillWaits() {
        List<OutboxEntry> end = turnIntoTombstone();

        store.remove(ID, List.of(end.getFirst().id()));

        assertThat(aggregates.countDocuments()).isOne();
    }

    @Test
    void twoSweepersNeverGetTheSameDocument() throws InterruptedException, ExecutionException {
        // Given: many documents that a dead replica left behind
        int left = 100;
        IntStream.range(0, left)
                .forEach(i -> aggregates.insertOne(new Aggregate("left-" + i, 1, outbox.holding(fact(1)))));
        clock.advance(LEASE.plusSeconds(1));

        // When
        inParallel(Collections.nCopies(4, () -> {
            while (relay(this::accept).carryLeftBehind().isPresent()) {
                assertThat(broker).hasSizeLessThanOrEqualTo(left);
            }
            return true;
        }));

        // Then
        assertThat(broker).hasSize(left).doesNotHaveDuplicates();
    }

    @Test
    void concurrentWritersAndSweepersLoseAndReorderNothing() throws InterruptedException, ExecutionException {
        // Given
        insertWithFacts(1);
        int writes = 60;

        // When: two replicas carry the same document while it is written again and again
        inParallel(List.of(worker(writes), carrier(writes), carrier(writes)));
        relay(this::accept).carry(ID);

        // Then
        List<String> sequence = firstAppearances();
        assertThat(sequence).hasSize(writes + 1).isSorted();
        assertThat(aggregate().outbox()).isNull();
    }

    private Callable<Boolean> worker(int writes) {
        return () -> {
            for (int i = 0; i < writes; i++) {
                write(named(String.format("zzzz-%04d", i)));
            }
            return true;
        };
    }

    private Callable<Boolean> carrier(int rounds) {
        return () -> {
            for (int i = 0; i < rounds; i++) {
                relay(this::accept).carry(ID);
            }
            return true;
        };
    }

    private static void inParallel(List<Callable<Boolean>> tasks) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<Boolean> done : pool.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    private List<Fact> insertWithFacts(int count) {
        List<Fact> facts = IntStream.rangeClosed(1, count)
                .mapToObj(FactRelayTest.this::fact)
                .toList();
        aggregates.insertOne(new Aggregate(ID, 1, outbox.holding(facts.toArray(Fact[]::new))));
        return facts;
    }

    private List<OutboxEntry> turnIntoTombstone() {
        insertWithFacts(1);
        Fact why = fact(2);
        List<OutboxEntry> end = List.of(OutboxEntry.of(why), OutboxEntry.tombstone(Topic.USERS, why));
        aggregates.updateOne(eq("_id", ID), outbox.removingAfter(end));
        return end;
    }

    private void write(Fact fact) {
        aggregates.updateOne(eq("_id", ID), Updates.combine(Updates.inc("state", 1), outbox.adding(fact)));
    }

    private Fact fact(long sequence) {
        return Fact.of(ID, sequence, clock.instant(), new UserOnboarded(ID, Role.STUDENT));
    }

    private Fact named(String id) {
        return new Fact(id, ID, 2, clock.instant(), new UserOnboarded(ID, Role.STUDENT));
    }

    private FactRelay relay(FactPublisher publisher) {
        return new FactRelay(store, publisher, clock, LEASE);
    }

    private void accept(OutboxEntry entry) {
        broker.add(entry.id());
    }

    private FactPublisher dieAfter(int publications) {
        return entry -> {
            accept(entry);
            if (broker.size() == publications) {
                throw new Killed();
            }
        };
    }

    private void anotherReplicaSweepsAfterTheLease() {
        clock.advance(LEASE.plusSeconds(1));
        assertThat(relay(this::accept).carryLeftBehind()).hasValue(Carried.OUT);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private List<String> firstAppearances() {
        return broker.stream().distinct().toList();
    }

    private Aggregate aggregate() {
        return requireNonNull(aggregates.find(eq("_id", ID)).first());
    }

    private static List<String> ids(List<Fact> facts) {
        return facts.stream().map(Fact::id).toList();
    }
}
