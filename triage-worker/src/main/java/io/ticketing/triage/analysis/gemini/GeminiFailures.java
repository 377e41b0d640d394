package io.ticketing.triage.analysis.gemini;

import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.RateLimitException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Turns what the client throws into outcomes. Messages are not looked at: they may hold what the model said. */
final class GeminiFailures {

    private static final int MAX_DEPTH = 10;

    private GeminiFailures() {}

    static GeminiOutcome outcome(Throwable failure) {
        Optional<WaitFirst> wait = causes(failure)
                .filter(WaitFirst.class::isInstance)
                .map(WaitFirst.class::cast)
                .findFirst();
        if (wait.isPresent()) {
            return wait.get().outcome();
        }
        if (has(failure, cause -> cause instanceof AnswerTooLarge)) {
            return new GeminiOutcome.OffList(AnswerRule.SIZE);
        }
        if (has(failure, cause -> cause instanceof RateLimitException)) {
            return new GeminiOutcome.RateLimited(null);
        }
        if (has(failure, cause -> cause instanceof InternalServerException)) {
            return new GeminiOutcome.ServerFailed(null);
        }
        if (has(
                failure,
                cause -> cause instanceof TimeoutException
                        || cause instanceof dev.langchain4j.exception.TimeoutException)) {
            return new GeminiOutcome.TimedOut();
        }
        if (has(failure, cause -> cause instanceof IOException || cause instanceof ProcessingException)) {
            return new GeminiOutcome.Unreachable();
        }
        if (has(failure, GeminiFailures::readsCandidateThatIsNotThere)) {
            return new GeminiOutcome.NoCandidate();
        }
        return new GeminiOutcome.Refused();
    }

    /** The client takes the first candidate without looking: the list is empty, or absent when the prompt was blocked. */
    private static boolean readsCandidateThatIsNotThere(Throwable cause) {
        return cause instanceof IndexOutOfBoundsException || cause instanceof NullPointerException;
    }

    private static boolean has(Throwable failure, Predicate<Throwable> wanted) {
        return causes(failure).anyMatch(wanted);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_DEPTH);
    }
}
