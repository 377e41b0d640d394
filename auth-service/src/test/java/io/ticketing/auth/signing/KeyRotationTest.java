package io.ticketing.auth.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.config.AuthConfig;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.MovableClock;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.web.caller.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas with a clock of their own: keys for thirty days, tokens for seven. */
@QuarkusTest
@WithMongo
@WithKafka
class KeyRotationTest {

    private static final Duration BETWEEN_KEYS = Duration.ofDays(30);
    private static final Duration TOKEN_LIFE_AND_LEEWAY = Duration.ofDays(7).plus(TokenTimes.LEEWAY);

    private final MongoClient mongo;
    private final AuditLog audit;
    private final MovableClock clock = new MovableClock();
    private final MongoDatabase database = RealMongo.start().freshDatabase("rotation");
    private Replica one;
    private Replica two;

    private record Replica(SigningKeys keys, KeyRotation rotation) {}

    KeyRotationTest(MongoClient mongo, AuditLog audit) {
        this.mongo = mongo;
        this.audit = audit;
    }

    @BeforeEach
    void start() {
        one = replica();
        two = replica();
    }

    @Test
    void untilItIsOldEnoughAKeyStaysAlone() {
        clock.advance(BETWEEN_KEYS.minusMillis(1));

        one.rotation().turn();

        assertThat(ids(one)).containsExactly(one.keys().current().id());
    }

    @Test
    void theNextKeyIsPublishedAtOnceAndSignsAfterTheOverlap() {
        // Given
        SigningKey first = one.keys().current();
        clock.advance(BETWEEN_KEYS);

        // When
        one.rotation().turn();

        // Then
        SigningKey next = one.keys().all().getLast();
        assertThat(ids(one)).containsExactly(first.id(), next.id());
        assertThat(next.signsFrom()).isEqualTo(clock.instant().plus(KeyRotation.OVERLAP));
        clock.advance(KeyRotation.OVERLAP.minusMillis(1));
        assertThat(one.keys().current()).isEqualTo(first);
        clock.advance(Duration.ofMillis(1));
        assertThat(one.keys().current()).isEqualTo(next);
    }

    @Test
    void theOtherReplicaLearnsOfANextKeyBeforeItSigns() {
        // Given
        SigningKey next = one.rotation().add("admin").key();

        // When
        two.rotation().turn();
        clock.advance(KeyRotation.OVERLAP);

        // Then
        assertThat(two.keys().current()).isEqualTo(next);
        assertThat(one.keys().current()).isEqualTo(next);
    }

    @Test
    void theOldKeyVerifiesUntilTheLastTokenThatItSignedHasRunOut() {
        // Given
        SigningKey first = one.keys().current();
        one.rotation().add("admin");
        two.rotation().turn();
        clock.advance(KeyRotation.OVERLAP.minusMillis(1));
        assertThat(one.keys().current()).isEqualTo(first);

        // When
        clock.advance(TOKEN_LIFE_AND_LEEWAY);
        one.rotation().turn();

        // Then
        assertThat(one.keys().find(first.id())).contains(first);
        assertThat(stored()).isEqualTo(2);
        clock.advance(Duration.ofMillis(1));
        assertThat(one.keys().find(first.id())).isEmpty();
        assertThat(two.keys().find(first.id())).isEmpty();
        assertThat(ids(one)).containsExactly(one.keys().current().id());
        one.rotation().turn();
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void overTheYearsThereAreNeverMoreThanThreeKeys() {
        Instant end = clock.instant().plus(Duration.ofDays(400));
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofHours(12));
            one.rotation().turn();
            two.rotation().turn();
            assertThat(stored()).isBetween(1L, 3L);
            assertThat(ids(one))
                    .isEqualTo(ids(two))
                    .contains(one.keys().current().id());
            assertThat(one.keys().current()).isEqualTo(two.keys().current());
        }

        assertThat(one.keys().current().generation()).isGreaterThan(12);
    }

    @Test
    void ofReplicasThatRotateAtTheSameMomentOneMakesTheKey() {
        // Given
        clock.advance(BETWEEN_KEYS);
        Queue<Replica> replicas = new ConcurrentLinkedQueue<>(List.of(one, two, replica(), replica()));

        // When
        AtOnce.run(4, () -> {
            replicas.remove().rotation().turn();
            return true;
        });

        // Then
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void whileAKeyWaitsNoOtherIsMade() {
        // Given
        NextKey first = one.rotation().add("admin");

        // When
        NextKey again = two.rotation().add("admin");

        // Then
        assertThat(first.made()).isTrue();
        assertThat(again).isEqualTo(new NextKey(first.key(), false));
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void whoMadeAKeyIsOnRecord() {
        // When
        SigningKey next = one.rotation().add("the-admin").key();

        // Then
        Document entry = mongo.getDatabase("auth")
                .getCollection("audit")
                .find(Filters.eq("details.kid", next.id()))
                .first();
        assertThat(entry).containsEntry("action", "SIGNING_KEY_ADDED").containsEntry("actorId", "the-admin");
    }

    @Test
    void aMalformedSettingStopsTheStart() {
        assertThatThrownBy(() -> replica("monthly"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("JWT_KEY_ROTATION must be");
    }

    private Replica replica() {
        return replica("30D");
    }

    private Replica replica(String betweenKeys) {
        AuthConfig config = new SmallRyeConfigBuilder()
                .withMapping(AuthConfig.class)
                .withDefaultValue("ticketing.auth.jwt-key-rotation", betweenKeys)
                .withDefaultValue("ticketing.auth.jwt-secret", "the-secret-of-this-test-0123456789abcdef")
                .build()
                .getConfigMapping(AuthConfig.class);
        SigningKeyStore store = new SigningKeyStore(mongo, database.getName());
        SigningKeys keys = new SigningKeys(store, config, clock);
        return new Replica(keys, new KeyRotation(keys, store, audit, config, clock));
    }

    private long stored() {
        return database.getCollection("signing-keys").countDocuments();
    }

    private static List<String> ids(Replica replica) {
        return replica.keys().all().stream().map(SigningKey::id).toList();
    }
}
