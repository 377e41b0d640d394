package io.ticketing.auth.signing;

import com.mongodb.MongoException;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.config.AuthConfig;
import io.ticketing.auth.config.TimeSpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows a signing key by the next one in time. A new key is published at once and signs only after {@link #OVERLAP}, so that nobody meets a
 * token of a key that he cannot know yet; the old one goes when its last token has run out. Every replica does this; a generation can be made
 * only once.
 */
@ApplicationScoped
@Startup(30)
class KeyRotation {

    /** The gateway and the caches on the way hold the key set for five minutes, and replicas read it anew each minute; this is twice as long. */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);

    private final SigningKeys keys;
    private final SigningKeyStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final Duration betweenKeys;

    KeyRotation(SigningKeys keys, SigningKeyStore store, AuditLog audit, AuthConfig config, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.betweenKeys = TimeSpan.betweenKeys(config);
    }

    /** What a new key is to find in place, and what an old one is to leave. */
    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP, identity = "key-rotation")
    void turn() {
        try {
            KeyRing ring = keys.reread();
            Instant now = clock.instant();
            ring.keys().stream().filter(key -> !ring.verifies(key, now)).forEach(store::remove);
            SigningKey newest = ring.newest().orElseThrow();
            if (!now.isBefore(newest.createdAt().plus(betweenKeys)) && !isWaiting(newest, now)) {
                make(newest, null);
            }
            keys.reread();
        } catch (MongoException away) {
            LOG.warnf("signing keys are looked after later: %s", away.getClass().getSimpleName());
        }
    }

    /** Makes the next key, unless one is waiting for its time already. */
    NextKey add(String adminId) {
        SigningKey newest = keys.reread().newest().orElseThrow();
        if (isWaiting(newest, clock.instant())) {
            return new NextKey(newest, false);
        }
        boolean made = make(newest, adminId);
        return new NextKey(keys.reread().newest().orElseThrow(), made);
    }

    private boolean make(SigningKey newest, @Nullable String actorId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SigningKey next = SigningKeyCodec.generate(newest.generation() + 1, now, now.plus(OVERLAP));
        AuditEntry entry =
                audit.done(AuditedAction.SIGNING_KEY_ADDED, actorId, null).with("kid", next.id());
        return store.add(keys.sealed(next), transaction -> audit.add(transaction, List.of(entry)));
    }

    private static boolean isWaiting(SigningKey newest, Instant now) {
        return newest.signsFrom().isAfter(now);
    }
}
