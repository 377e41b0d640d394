package io.ticketing.ticket.stream;

import io.ticketing.ticket.feed.FeedEntryDocument;
import io.ticketing.web.caller.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one client waits for. Holds a bounded number of signals; who does not take them in time is too slow, and that is the end. */
final class Subscription {

    private final Caller caller;
    private final Position begin;
    private final BlockingQueue<Signal> signals;
    private @Nullable Thread reader;
    private boolean isStopped;
    private volatile boolean isTooSlow;
    private volatile boolean isInDoubt;

    /**
     * A subscription to all that happens from now on.
     *
     * @param begin the place of now, or, if it is later, up to which the client knows everything
     */
    Subscription(Caller caller, Position begin, int buffered) {
        this.caller = caller;
        this.begin = begin;
        this.signals = new ArrayBlockingQueue<>(buffered);
    }

    Caller caller() {
        return caller;
    }

    /** What happened up to there does not come by itself. */
    Position begin() {
        return begin;
    }

    /** Whether it was stopped since its client was too slow. */
    boolean isTooSlow() {
        return isTooSlow;
    }

    /** Whether the client may know: staff of everything, everybody else of the own tickets without what is for staff. */
    boolean isFor(FeedEntryDocument entry) {
        return caller.isStaff() || !entry.staffOnly() && entry.requesterId().equals(caller.userId());
    }

    /** Hands it to the client, if it is for him; never waits. */
    void offer(Signal signal) {
        if (signal instanceof Signal.News(Position position, FeedEntryDocument entry)
                && (begin.reaches(position) || !isFor(entry))) {
            return;
        }
        if (!signals.offer(signal)) {
            isTooSlow = true;
            stop();
        }
    }

    /** Has the client's standing looked at, before anything else is told. */
    void doubt() {
        isInDoubt = true;
        offer(new Signal.StandingChanged());
    }

    /** Has the client's standing looked at again, by who has just tried to in vain. */
    void doubtStill() {
        isInDoubt = true;
    }

    /** Whether the client's standing is to be looked at. */
    boolean isInDoubt() {
        return isInDoubt;
    }

    /** The client's standing will be looked at now. */
    void settle() {
        isInDoubt = false;
    }

    boolean isEmpty() {
        return signals.isEmpty();
    }

    /** The next signal; empty when there is none for so long. */
    Optional<Signal> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(signals.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Makes the current thread the one that {@link #stop} interrupts. */
    synchronized void read() {
        reader = Thread.currentThread();
        if (isStopped) {
            reader.interrupt();
        }
    }

    /** Interrupts whoever reads, now or when he begins to. */
    synchronized void stop() {
        isStopped = true;
        if (reader != null) {
            reader.interrupt();
        }
    }
}
