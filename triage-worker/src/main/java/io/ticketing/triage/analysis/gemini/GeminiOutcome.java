package io.ticketing.triage.analysis.gemini;

import io.ticketing.triage.analysis.TicketAnalysis;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one call to Gemini ended. None of them carries what the model said, but the first, whose content has passed the check. */
public sealed interface GeminiOutcome {

    /** An analysis that keeps to the list. */
    record Answered(TicketAnalysis analysis) implements GeminiOutcome {}

    /** 429; Gemini may have said how long to wait. */
    record RateLimited(@Nullable Duration retryAfter) implements GeminiOutcome {}

    /** 5xx; with 503 Gemini may have said how long to wait. */
    record ServerFailed(@Nullable Duration retryAfter) implements GeminiOutcome {}

    /** No answer within the time that a call may take. */
    record TimedOut() implements GeminiOutcome {}

    /** No connection, or one that broke. */
    record Unreachable() implements GeminiOutcome {}

    /** 4xx other than 429, such as a wrong key or an unknown model; or a failure of the client itself. */
    record Refused() implements GeminiOutcome {}

    /** No candidate, because the prompt was blocked or the model had nothing to say. */
    record NoCandidate() implements GeminiOutcome {}

    /** No JSON, or not of the form that was asked for. */
    record Unreadable() implements GeminiOutcome {}

    /** Well-formed, but with a value that is not allowed. */
    record OffList(AnswerRule rule) implements GeminiOutcome {}

    /** Not asked, since the model has failed too often of late. */
    record CircuitOpen() implements GeminiOutcome {}

    /** Not asked, since all calls that may be made at once were under way until the time was over. */
    record Crowded() implements GeminiOutcome {}

    /** Not asked, or not waited for any longer, since the ticket's time for this model was over before a call's. */
    record OutOfTime() implements GeminiOutcome {}

    /** Whether asking again may help. */
    default boolean isWorthRetrying() {
        return this instanceof RateLimited || this instanceof ServerFailed || this instanceof TimedOut;
    }

    /** Whether it speaks for a model that is dead, so that others need not wait for it too; bad answers do not. */
    default boolean isFailureOfModel() {
        return isWorthRetrying() || this instanceof Unreachable || this instanceof Refused;
    }

    /** Whether it says anything of the model, good or bad; what we ended or did not begin says nothing. */
    default boolean speaksOfModel() {
        return !(this instanceof OutOfTime || this instanceof Crowded || this instanceof CircuitOpen);
    }

    /** How long the model said that it should be left alone. */
    default Optional<Duration> toldWait() {
        return switch (this) {
            case RateLimited(Duration told) -> Optional.ofNullable(told);
            case ServerFailed(Duration told) -> Optional.ofNullable(told);
            default -> Optional.empty();
        };
    }

    /** The rule that the answer broke; told of it, the model may do better. */
    default Optional<AnswerRule> brokenRule() {
        return switch (this) {
            case Unreadable garbage -> Optional.of(AnswerRule.FORM);
            case OffList(AnswerRule rule) -> Optional.of(rule);
            default -> Optional.empty();
        };
    }

    /** The outcome in one word, for people and metrics. */
    default String word() {
        return switch (this) {
            case Answered answered -> "answered";
            case RateLimited limited -> "rate-limited";
            case ServerFailed failed -> "server-failed";
            case TimedOut silent -> "timed-out";
            case Unreachable away -> "unreachable";
            case Refused refused -> "refused";
            case NoCandidate blocked -> "no-candidate";
            case Unreadable garbage -> "unreadable";
            case OffList(AnswerRule rule) -> "off-list-" + rule.name().toLowerCase(Locale.ROOT);
            case CircuitOpen open -> "circuit-open";
            case Crowded full -> "crowded";
            case OutOfTime over -> "out-of-time";
        };
    }
}
