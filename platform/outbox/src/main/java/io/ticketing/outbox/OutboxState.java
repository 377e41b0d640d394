package io.ticketing.outbox;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code outbox} field of a document; absent when nothing waits.
 *
 * @param facts oldest first
 * @param leasedUntil until then the replica that wrote last carries them; afterwards any sweeper may
 * @param removeWhenEmpty true when the document is a tombstone, and goes once its facts are out
 */
@RegisterForReflection
public record OutboxState(
        List<OutboxEntry> facts,
        Instant leasedUntil,
        @Nullable Boolean removeWhenEmpty) {

    boolean isTombstone() {
        return Boolean.TRUE.equals(removeWhenEmpty);
    }
}
