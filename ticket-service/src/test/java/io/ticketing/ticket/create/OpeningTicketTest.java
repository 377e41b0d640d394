package io.ticketing.ticket.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.TicketCreated;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.Tickets;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** What becomes of keys when time passes, replicas race and one of them dies. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class OpeningTicketTest {

    private static final String FINGERPRINT = "f".repeat(64);

    @Inject
    ChangingTickets changing;

    @Inject
    IdempotencyKeys keys;

    @Inject
    Tickets tickets;

    @Inject
    MongoClient mongo;

    private final String requester = new ObjectId().toHexString();
    private final NewTicket wanted = new NewTicket(requester, "VPN drops", "Again.", List.of("vpn"));
    private final IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());

    @Test
    void aKeyCountsForADay() {
        Ticket first = replica(Duration.ofHours(-24).plusMinutes(5)).openOnce(wanted, key, FINGERPRINT);

        assertThat(replica(Duration.ZERO).openOnce(wanted, key, FINGERPRINT)).isEqualTo(first);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void anOlderKeyIsFree() {
        Ticket first = replica(Duration.ofHours(-24).minusMillis(1)).openOnce(wanted, key, FINGERPRINT);

        Ticket second = replica(Duration.ZERO).openOnce(wanted, key, "another");

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(replica(Duration.ZERO).openOnce(wanted, key, "another")).isEqualTo(second);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void anOlderKeyIsTakenOnceByReplicasThatRace() {
        replica(Duration.ofHours(-25)).openOnce(wanted, key, FINGERPRINT);

        List<Ticket> opened = AtOnce.run(10, () -> replica(Duration.ZERO).openOnce(wanted, key, FINGERPRINT));

        assertThat(opened).containsOnly(opened.getFirst());
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aKeyAndItsTicketAreThereTogetherOrNotAtAll() {
        Ticket ticket = wanted.opened(new ObjectId().toHexString(), now());
        TicketCreated fact =
                new TicketCreated(ticket.id(), requester, ticket.title(), ticket.description(), ticket.hashtags());

        assertThatThrownBy(() -> changing.open(ticket, fact, session -> {
                    keys.take(session, use(ticket));
                    throw new IllegalStateException("it dies here");
                }))
                .hasMessage("it dies here");

        assertThat(keys.find(key.ofUser(requester), now())).isEmpty();
        assertThat(count()).isZero();
        assertThat(replica(Duration.ZERO).openOnce(wanted, key, "another").id()).isNotEqualTo(ticket.id());
    }

    @Test
    void whoeverWaitsForAReplicaThatDiesTakesTheKeyItself() {
        Ticket lost = wanted.opened(new ObjectId().toHexString(), now());
        long aborted = abortedTransactions();
        CompletableFuture<Ticket> waiting;
        try (ClientSession dying = mongo.startSession()) {
            dying.startTransaction();
            keys.take(dying, use(lost));
            waiting = CompletableFuture.supplyAsync(() -> replica(Duration.ZERO).openOnce(wanted, key, FINGERPRINT));
            Eventually.eventually(() -> assertThat(abortedTransactions()).isGreaterThan(aborted));
            dying.abortTransaction();
        }

        assertThat(waiting.join().id()).isNotEqualTo(lost.id());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void mongoForgetsKeysAfterADay() {
        assertThat(keys.mongoCollection().listIndexes()).anySatisfy(index -> assertThat(index)
                .containsEntry("key", new Document("createdAt", 1))
                .hasEntrySatisfying("expireAfterSeconds", seconds -> assertThat(((Number) seconds).longValue())
                        .isEqualTo(86_400)));
    }

    private OpeningTicket replica(Duration ahead) {
        return new OpeningTicket(changing, keys, Clock.offset(Clock.systemUTC(), ahead));
    }

    private IdempotencyKeyDocument use(Ticket ticket) {
        return new IdempotencyKeyDocument(key.ofUser(requester), FINGERPRINT, ticket.id(), ticket.createdAt());
    }

    private long count() {
        return tickets.mongoCollection().countDocuments(Filters.eq("createdBy", requester));
    }

    private long abortedTransactions() {
        return ((Number) mongo.getDatabase("admin")
                        .runCommand(new Document("serverStatus", 1))
                        .getEmbedded(List.of("transactions", "totalAborted"), Object.class))
                .longValue();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
