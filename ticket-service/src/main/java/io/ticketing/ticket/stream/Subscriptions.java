package io.ticketing.ticket.stream;

import io.ticketing.web.caller.Caller;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who listens on this replica, and the place up to which they were told. Both change together: who begins to listen hears of
 * everything behind the place at which he began, and of nothing before.
 */
@ApplicationScoped
class Subscriptions {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final StreamConfig config;
    private final Set<Subscription> all = new HashSet<>();
    private @Nullable Position position;
    private boolean isLost;
    private boolean isStopped;

    Subscriptions(StreamConfig config) {
        this.config = config;
    }

    /**
     * Begins to listen. Whoever knows more than this replica, from another one, is not told again.
     *
     * @param known up to where the client was told before
     * @throws ProblemException 429 when the user has too many streams, 503 when the replica has, or does not watch yet
     */
    synchronized Subscription begin(Caller caller, Optional<Position> known) {
        Position now = awaitPosition();
        if (now == null || isStopped || all.size() >= config.perReplica()) {
            throw new ProblemException(Failure.passing(503, "No stream is free now. Please try again.", SOON));
        }
        if (countOf(caller.userId()) >= config.perUser()) {
            throw new ProblemException(Failure.passing(
                    429, "You have %d streams open. Close one first.".formatted(config.perUser()), SOON));
        }
        Subscription subscription = new Subscription(caller, known.map(now::or).orElse(now), config.buffered());
        all.add(subscription);
        return subscription;
    }

    synchronized void end(Subscription subscription) {
        all.remove(subscription);
    }

    /** How many streams that user has open. */
    synchronized long countOf(String userId) {
        return all.stream()
                .filter(subscription -> subscription.caller().userId().equals(userId))
                .count();
    }

    /** The place up to which all were told; empty before the first. */
    synchronized Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    /** The place up to which this one was told, unless there is something that he has not taken yet. */
    synchronized Optional<Position> quietPosition(Subscription subscription) {
        return subscription.isEmpty() ? position().map(subscription.begin()::or) : Optional.empty();
    }

    /** Tells whom it concerns. */
    synchronized void publish(Change change) {
        switch (change) {
            case Change.Told(Position at, var entry) -> each(listener -> listener.offer(new Signal.News(at, entry)));
            case Change.StandingChanged(Position _, String userId) ->
                each(listener -> {
                    if (listener.caller().userId().equals(userId)) {
                        listener.doubt();
                    }
                });
        }
        reach(change.position());
    }

    /** Everything up to there was published. After a loss it is the place of a new beginning, of which all are told. */
    synchronized void reach(Position place) {
        position = place;
        notifyAll();
        if (isLost) {
            isLost = false;
            each(listener -> {
                listener.doubt();
                listener.offer(new Signal.Lost(place));
            });
        }
    }

    /** What happens after the place cannot be seen any more: whoever watches has to begin anew. */
    synchronized void lose() {
        isLost = true;
        position = null;
    }

    /** Ends all, for good. */
    synchronized void stop() {
        isStopped = true;
        each(Subscription::stop);
    }

    /** The place up to which all were told, which is known soon after the start; null if it is not. */
    private @Nullable Position awaitPosition() {
        try {
            for (long end = System.nanoTime() + SOON.toNanos(), left = SOON.toNanos();
                    position == null && !isStopped && left > 0;
                    left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return position;
    }

    private void each(Consumer<Subscription> action) {
        all.forEach(action);
    }
}
