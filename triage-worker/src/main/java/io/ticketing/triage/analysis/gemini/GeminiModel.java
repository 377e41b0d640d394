package io.ticketing.triage.analysis.gemini;

import dev.langchain4j.model.chat.request.ChatRequest;
import io.ticketing.events.Engine;
import io.ticketing.triage.analysis.AnalysisAttempt;
import io.ticketing.triage.analysis.TicketAnalysis;
import io.ticketing.triage.analysis.TicketText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** One model: asked again when that may help, and once more when its answer broke a rule. */
final class GeminiModel {

    private static final Logger LOG = Logger.getLogger(GeminiModel.class);

    private final String name;
    private final GuardedCall call;
    private final GeminiPrompt prompt;
    private final AnswerCheck check;
    private final GeminiConfig config;
    private final Clock clock;

    GeminiModel(
            String name, GuardedCall call, GeminiPrompt prompt, AnswerCheck check, GeminiConfig config, Clock clock) {
        this.name = name;
        this.call = call;
        this.prompt = prompt;
        this.check = check;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Analyses a ticket.
     *
     * @param time in which it has to have answered
     * @param attempts is told of each call, and of one that was not made
     * @return empty when it gave no answer that may be used
     */
    Optional<TicketAnalysis> analyse(
            TicketText text, Collection<String> staffSkills, TimeLeft time, Consumer<AnalysisAttempt> attempts)
            throws InterruptedException {
        ChatRequest request = prompt.of(name, text, staffSkills);
        boolean repairs = false;
        int repetition = 0;
        while (true) {
            Instant begin = clock.instant();
            Duration before = time.left();
            GeminiOutcome outcome = call.make(request, time, said -> check.check(said, name, staffSkills));
            attempts.accept(attempt(outcome, repairs, begin, before.minus(time.left())));
            if (outcome instanceof GeminiOutcome.Answered(TicketAnalysis analysis)) {
                return Optional.of(analysis);
            }
            LOG.infof("%s gave no analysis: %s", name, outcome.word());
            Optional<AnswerRule> broken = outcome.brokenRule();
            if (broken.isPresent() && !repairs && !time.isOver()) {
                request = prompt.repairing(name, text, staffSkills, broken.get());
                repairs = true;
            } else if (mayBeRepeated(outcome, repetition, time)) {
                Thread.sleep(pause(outcome, repetition));
                repetition++;
            } else {
                return Optional.empty();
            }
        }
    }

    /** A wait that takes all that is left, or more, is not begun. */
    private boolean mayBeRepeated(GeminiOutcome outcome, int repetition, TimeLeft time) {
        return outcome.isWorthRetrying()
                && repetition < config.retries()
                && pause(outcome, repetition).compareTo(time.left()) < 0;
    }

    private Duration pause(GeminiOutcome outcome, int repetition) {
        return outcome.toldWait().orElseGet(() -> config.backoff().multipliedBy(1L << repetition));
    }

    private AnalysisAttempt attempt(GeminiOutcome outcome, boolean repairs, Instant begin, Duration took) {
        String word = repairs && outcome instanceof GeminiOutcome.Answered ? "repaired" : outcome.word();
        return new AnalysisAttempt(Engine.GEMINI, name, word, begin, took.toMillis());
    }
}
