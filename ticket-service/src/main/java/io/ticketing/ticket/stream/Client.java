package io.ticketing.ticket.stream;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who listens.
 *
 * @param subscription what he waits for
 * @param known up to where he was told before; empty when he begins
 * @param standing whether he may go on
 * @param end when his token is accepted no more
 * @param line the way to him
 */
record Client(Subscription subscription, Optional<Position> known, StandingCheck standing, Instant end, Line line) {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Whether he would be let in again. As long as the database cannot say, nothing is told. */
    boolean mayGoOn(Clock clock) throws InterruptedException, BrokenLineException {
        while (end.isAfter(clock.instant())) {
            if (!subscription.isInDoubt()) {
                return true;
            }
            subscription.settle();
            try {
                if (!standing.holds()) {
                    return false;
                }
            } catch (MongoException away) {
                subscription.doubtStill();
                line.beat(Optional.empty());
                Thread.sleep(PAUSE);
            }
        }
        return false;
    }
}
