package io.ticketing.auth.throttle;

import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import java.time.Duration;

/** What is told to whoever came too often. */
public final class TooMany {

    private TooMany() {}

    /** 429: come back after that time. */
    public static ProblemException untilAfter(Duration wait) {
        return new ProblemException(Failure.passing(429, "Too many attempts; try again later.", wait));
    }
}
