package io.ticketing.auth.signing;

import com.mongodb.MongoException;
import io.quarkus.runtime.Startup;
import io.ticketing.auth.config.AuthConfig;
import io.ticketing.auth.config.TimeSpan;
import io.ticketing.web.caller.TokenTimes;
import io.ticketing.web.settings.BadSetting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The keys in use. The first start makes the first key. Keys that other replicas make are found when a token names them, and by
 * {@link KeyRotation} before they sign.
 */
@ApplicationScoped
@Startup(20)
public class SigningKeys {

    private static final int FIRST = 1;
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(1);

    private final SigningKeyStore store;
    private final SigningKeyCodec codec;
    private final Clock clock;
    private final Duration verifiesFor;
    private KeyRing ring;
    private Instant read;

    SigningKeys(SigningKeyStore store, AuthConfig config, Clock clock) {
        this.store = store;
        this.codec = new SigningKeyCodec(new KeySeal(KeySecret.checked(config.jwtSecret())));
        this.clock = clock;
        this.verifiesFor = TimeSpan.ofTokens(config).plus(TokenTimes.LEEWAY);
        this.read = clock.instant();
        this.ring = opened();
    }

    /** The key that signs. */
    public synchronized SigningKey current() {
        return ring.signing(clock.instant());
    }

    /** The key with that id, if it verifies. May block on the database, once a second at most, when no key in memory has it. */
    public synchronized Optional<SigningKey> find(String id) {
        Instant now = clock.instant();
        if (ring.find(id).isEmpty() && !now.isBefore(read.plus(BETWEEN_READINGS))) {
            read = now;
            ring = stored();
        }
        return ring.find(id).filter(key -> ring.verifies(key, now));
    }

    /** All keys that verify. */
    public synchronized List<SigningKey> all() {
        return ring.verifying(clock.instant());
    }

    /** The keys as the database has them now. */
    synchronized KeyRing reread() {
        read = clock.instant();
        ring = stored();
        return ring;
    }

    /** Seals a key for the database. */
    SigningKeyDocument sealed(SigningKey key) {
        return codec.write(key);
    }

    private KeyRing opened() {
        try {
            return storedOrMade();
        } catch (MongoException away) {
            throw BadSetting.of("MONGO_URI", "leads to no database that answers");
        }
    }

    private KeyRing storedOrMade() {
        KeyRing known = stored();
        if (known.newest().isPresent()) {
            return known;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.addUnlessMade(codec.write(SigningKeyCodec.generate(FIRST, now, now)));
        return stored();
    }

    private KeyRing stored() {
        return new KeyRing(store.all().stream().map(codec::read).toList(), verifiesFor);
    }
}
