package io.ticketing.triage.run;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where something failed and because of what, for the log: without the messages, since they may hold what a ticket says. */
final class FailureTrace {

    private static final int MAX_CAUSES = 5;
    private static final int MAX_FRAMES = 30;

    private FailureTrace() {}

    static String of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(FailureTrace::withFrames)
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String withFrames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(MAX_FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining("", failure.getClass().getName(), ""));
    }
}
