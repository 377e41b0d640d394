package io.ticketing.ticket.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.Standing;
import io.ticketing.web.caller.Standings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static final Position SOMEWHERE = new Position("8266666666");
    private static final Standing INACTIVE = new Standing(2, "admin", false, true, 0, Set.of());

    private final Caller caller = new Caller(new ObjectId().toHexString(), "admin", true, "token", Instant.MAX);
    private final Subscription subscription = new Subscription(caller, SOMEWHERE, 1);
    private final HeldLine line = HeldLine.free();

    @Test
    void howeverLongTheDatabaseIsAwayNobodyIsTooSlowForThat() throws Exception {
        Client client = line.client(caller, SOMEWHERE, subscription, awayTwiceThen(Optional.empty()));
        subscription.doubt();

        assertThat(client.mayGoOn(Clock.systemUTC())).isTrue();

        assertThat(subscription.isTooSlow()).isFalse();
        assertThat(line.beats()).containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void whoLosesHisStandingWhileTheDatabaseIsAwayDoesNotGoOnAfterwards() throws Exception {
        Client client = line.client(caller, SOMEWHERE, subscription, awayTwiceThen(Optional.of(INACTIVE)));
        subscription.doubt();

        assertThat(client.mayGoOn(Clock.systemUTC())).isFalse();
    }

    private static Standings awayTwiceThen(Optional<Standing> known) {
        AtomicInteger times = new AtomicInteger();
        return userId -> {
            if (times.incrementAndGet() <= 2) {
                throw new MongoException("away");
            }
            return known;
        };
    }
}
