package io.ticketing.notification.delivery;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import java.time.Instant;
import org.bson.conversions.Bson;

/** What an ending changes in its delivery. */
final class EndingWrite {

    private EndingWrite() {}

    static Bson of(Ending ending, Instant now) {
        return combine(unset("claim"), set("updatedAt", now), changes(ending));
    }

    private static Bson changes(Ending ending) {
        return switch (ending) {
            case Ending.Sent() ->
                combine(
                        set("state", DeliveryState.SENT),
                        inc("attempts", 1),
                        unset("nextAttemptAt"),
                        unset("lastError"));
            case Ending.Deferred(String reason, boolean offered, Instant next) ->
                combine(deferred(reason, next), inc("attempts", offered ? 1 : 0));
            case Ending.Unconfirmed(String reason, Instant next) ->
                combine(deferred(reason, next), inc("attempts", 1), inc("unconfirmed", 1));
            case Ending.Dead(String reason, boolean offered) ->
                combine(
                        set("state", DeliveryState.DEAD),
                        offered ? inc("attempts", 1) : combine(),
                        unset("nextAttemptAt"),
                        set("lastError", reason));
        };
    }

    private static Bson deferred(String reason, Instant next) {
        return combine(set("state", DeliveryState.DEFERRED), set("nextAttemptAt", next), set("lastError", reason));
    }
}
