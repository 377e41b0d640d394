package io.ticketing.ticket.stream;

import com.mongodb.MongoException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells a client what he has missed, part by part. Whoever waits, for his turn or for the database, is shown that the line is there, and after each
 * part how far he has come: if he has to come back, he goes on there.
 */
@ApplicationScoped
class CatchingUp {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final MissedChanges missed;
    private final StreamConfig config;
    private final Clock clock;

    CatchingUp(MissedChanges missed, StreamConfig config, Clock clock) {
        this.missed = missed;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Tells all that lies between what the client knows and where his subscription begins; or, when that is not known any more or takes too long,
     * that he has to begin anew.
     *
     * @return whether the client may go on
     * @throws MongoException when the database is away
     */
    boolean tell(Client client) throws InterruptedException, BrokenLineException {
        Instant deadline = clock.instant().plus(LONGEST);
        Position upTo = client.subscription().begin();
        Position told = client.known().orElse(upTo);
        while (!told.reaches(upTo)) {
            Optional<MissedPart> part = next(client, told, deadline);
            if (!client.mayGoOn(clock)) {
                return false;
            }
            if (!(part.orElse(null) instanceof MissedPart.Read(var news, Position reached))) {
                client.line().reset(upTo);
                return true;
            }
            for (Signal.News one : news) {
                if (!client.mayGoOn(clock)) {
                    return false;
                }
                client.line().tell(one);
            }
            client.line().beat(Optional.of(reached));
            told = reached;
        }
        return true;
    }

    /** The next part; empty when the client may not wait for it any more. It is read aside, since the database may take long to find nothing. */
    private Optional<MissedPart> next(Client client, Position after, Instant deadline)
            throws InterruptedException, BrokenLineException {
        Subscription subscription = client.subscription();
        FutureTask<MissedPart> reading =
                new FutureTask<>(() -> missed.read(after, subscription.begin(), subscription::isFor));
        Thread.ofVirtual().name("ticket-missed").start(reading);
        try {
            while (clock.instant().isBefore(deadline) && client.mayGoOn(clock)) {
                try {
                    return Optional.of(reading.get(config.heartbeat().toNanos(), TimeUnit.NANOSECONDS));
                } catch (TimeoutException waiting) {
                    client.line().beat(Optional.of(after));
                }
            }
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof MongoException away) {
                throw away;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            reading.cancel(true);
        }
    }
}
