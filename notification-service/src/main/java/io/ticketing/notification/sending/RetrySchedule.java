package io.ticketing.notification.sending;

import java.time.Duration;

/**
 * When to try again.
 *
 * @param first before the second attempt
 * @param longest between two attempts, at most
 * @param giveUpAfter how old a delivery may get
 */
record RetrySchedule(Duration first, Duration longest, Duration giveUpAfter) {

    private static final int DOUBLINGS = 30;
    private static final Duration SOONEST = Duration.ofMillis(500);
    private static final Duration LATEST = Duration.ofMinutes(1);

    /**
     * After so many attempts: doubled each time, and then shortened by up to half so that not all come back at once.
     *
     * @param attempts how many have failed, from 1
     * @param jitter 0 to 1
     */
    Duration afterFailure(int attempts, double jitter) {
        Duration doubled = first.multipliedBy(1L << Math.clamp(attempts - 1, 0, DOUBLINGS));
        return shortened(doubled.compareTo(longest) < 0 ? doubled : longest, jitter);
    }

    /**
     * After an attempt that may have delivered the mail: the longest pause at once, shortened likewise, so that a server that keeps losing its
     * answers has time to recover before too many copies may be out.
     */
    Duration afterUnconfirmed(double jitter) {
        return shortened(longest, jitter);
    }

    /** While there is nothing to offer, as when the recipient is not known: soon at first, and less often the longer it lasts. */
    Duration whileNotOffered(Duration age) {
        Duration quarter = age.dividedBy(4);
        return quarter.compareTo(SOONEST) < 0 ? SOONEST : quarter.compareTo(LATEST) > 0 ? LATEST : quarter;
    }

    /** Whether a delivery of that age is not worth another attempt. */
    boolean isTooOld(Duration age) {
        return age.compareTo(giveUpAfter) > 0;
    }

    private static Duration shortened(Duration pause, double jitter) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (1 - jitter / 2)));
    }
}
