package io.ticketing.auth.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.ticketing.auth.config.AuthConfig;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.MovableClock;
import io.ticketing.testing.mongo.RealMongo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    private static final String SECRET = "the-secret-of-this-test-0123456789abcdef";

    private final RealMongo mongo = RealMongo.start();
    private final MongoDatabase database = mongo.freshDatabase("signing");

    @Test
    void replicasThatStartAtOnceMakeOneKey() {
        // When
        List<String> ids = AtOnce.run(8, () -> replica(SECRET).current().id());

        // Then
        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(documents().countDocuments()).isEqualTo(1);
    }

    @Test
    void aLaterStartFindsTheSameKey() {
        // Given
        SigningKey made = replica(SECRET).current();

        // When
        SigningKey found = replica(SECRET).current();

        // Then
        assertThat(found).isEqualTo(made);
    }

    @Test
    void thePrivateKeyIsEncryptedAtRest() {
        // When
        SigningKey key = replica(SECRET).current();

        // Then
        byte[] stored =
                documents().find().first().get("sealedPrivateKey", Binary.class).getData();
        String plain = new String(key.privateKey().getS().toByteArray(), StandardCharsets.ISO_8859_1);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(plain);
        assertThat(documents().find().first().keySet())
                .containsExactlyInAnyOrder("_id", "kid", "publicKey", "sealedPrivateKey", "createdAt", "signsFrom");
    }

    @Test
    void anotherSecretIsRefusedInOneLine() {
        // Given
        replica(SECRET);

        // Then
        assertThatThrownBy(() -> replica(SECRET + "x"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("JWT_SECRET is not the secret that the signing keys in the database were encrypted with");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "0123456789012345678901234567890", "                                        "})
    void aMissingOrWeakSecretIsRefusedInOneLine(String secret) {
        assertThatThrownBy(() -> replica(secret))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("JWT_SECRET must be set, to a secret of at least 32 characters");
    }

    @Test
    void theNewestKeySigns() {
        // Given
        replica(SECRET);
        SigningKey second = addAnotherReplicasKey();

        // When
        SigningKeys keys = replica(SECRET);

        // Then
        assertThat(keys.current()).isEqualTo(second);
        assertThat(PublicKeySet.json(keys.all())).contains(second.id());
    }

    @Test
    void aKeyFromBeforeThereWasARotationSignsFromWhenItWasMade() {
        // Given
        SigningKey made = replica(SECRET).current();
        documents().updateOne(new Document(), new Document("$unset", new Document("signsFrom", "")));

        // When
        SigningKey found = replica(SECRET).current();

        // Then
        assertThat(found).isEqualTo(made);
        assertThat(found.signsFrom()).isEqualTo(found.createdAt());
    }

    @Test
    void aKeyThatAnotherReplicaMadeIsFoundWhenATokenNamesIt() {
        // Given
        MovableClock clock = new MovableClock();
        SigningKeys keys = new SigningKeys(store(), config(SECRET), clock);
        SigningKey second = addAnotherReplicasKey();

        // When
        clock.advance(Duration.ofSeconds(1));

        // Then
        assertThat(keys.find(second.id())).contains(second);
    }

    @Test
    void unknownKeysAreLookedUpOnceASecondAtMost() {
        // Given
        MovableClock clock = new MovableClock();
        SigningKeys keys = new SigningKeys(store(), config(SECRET), clock);
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.find("unknown")).isEmpty();
        SigningKey second = addAnotherReplicasKey();

        // When
        clock.advance(Duration.ofMillis(999));

        // Then
        assertThat(keys.find(second.id())).isEmpty();
    }

    @Test
    void aSealOpensOnlyUnderItsSecretAndLabel() {
        // Given
        byte[] plain = "private".getBytes(StandardCharsets.UTF_8);
        KeySeal seal = new KeySeal(SECRET);
        byte[] sealed = seal.seal(plain, "label");

        // Then
        assertThat(seal.open(sealed, "label")).contains(plain);
        assertThat(seal.open(sealed, "another")).isEmpty();
        assertThat(new KeySeal(SECRET + "x").open(sealed, "label")).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(seal.open(sealed, "label")).isEmpty();
    }

    private SigningKey addAnotherReplicasKey() {
        SigningKey key = SigningKeyCodec.generate(2, Instant.EPOCH, Instant.EPOCH);
        store().addUnlessMade(new SigningKeyCodec(new KeySeal(SECRET)).write(key));
        return key;
    }

    private SigningKeys replica(String secret) {
        return new SigningKeys(store(), config(secret), Clock.systemUTC());
    }

    private SigningKeyStore store() {
        return new SigningKeyStore(mongo.client(), database.getName());
    }

    private com.mongodb.client.MongoCollection<Document> documents() {
        return database.getCollection("signing-keys");
    }

    private static AuthConfig config(String secret) {
        return new SmallRyeConfigBuilder()
                .withMapping(AuthConfig.class)
                .withDefaultValue("ticketing.auth.jwt-secret", secret == null ? "" : secret)
                .build()
                .getConfigMapping(AuthConfig.class);
    }
}
