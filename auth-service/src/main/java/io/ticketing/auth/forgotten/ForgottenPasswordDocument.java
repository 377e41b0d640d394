package io.ticketing.auth.forgotten;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ForgottenPassword} as it lies in the collection {@code forgotten-passwords}.
 *
 * @param requestedAt after a day nobody waits for it any more
 * @param leasedUntil till then it is left to the replica that has it in hand
 */
@RegisterForReflection
public record ForgottenPasswordDocument(
        @BsonId String id, String email, @Nullable String from, Instant requestedAt, Instant leasedUntil) {

    ForgottenPassword request() {
        return new ForgottenPassword(id, email, from, requestedAt);
    }

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "ForgottenPasswordDocument[]";
    }
}
