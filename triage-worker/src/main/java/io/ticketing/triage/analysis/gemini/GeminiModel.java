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
     * @param deadline when it has to have answered
     * @param attempts is told of each call, and of one that was not made
     * @return empty when it gave no answer that may be used
     */
    Optional<TicketAnalysis> analyse(
            TicketText text, Collection<String> staffSkills, Instant deadline, Consumer<AnalysisAttempt> attempts)
            throws InterruptedException {
        ChatRequest request = prompt.of(name, text, staffSkills);
        boolean repairs = false;
        int repetition = 0;
        while (true) {
            Instant begin = clock.instant();
            GeminiOutcome outcome =
                    call.make(request, Duration.between(begin, deadline), said -> check.check(said, name, staffSkills));
            attempts.accept(attempt(outcome, repairs, begin));
            if (outcome instanceof GeminiOutcome.Answered(TicketAnalysis analysis)) {
                return Optional.of(analysis);
            }
            LOG.infof("%s gave no analysis: %s", name, outcome.word());
            Optional<AnswerRule> broken = outcome.brokenRule();
            if (broken.isPresent() && !repairs && clock.instant().isBefore(deadline)) {
                request = prompt.repairing(name, text, staffSkills, broken.get());
                repairs = true;
            } else if (mayBeRepeated(outcome, repetition, deadline)) {
                Thread.sleep(pause(outcome, repetition));
                repetition++;
            } else {
                return Optional.empty();
            }
        }
    }

    private boolean mayBeRepeated(GeminiOutcome outcome, int repetition, Instant deadline) {
        return outcome.isWorthRetrying()
                && repetition < config.retries()
                && clock.instant().plus(pause(outcome, repetition)).isBefore(deadline);
    }

    private Duration pause(GeminiOutcome outcome, int repetition) {
        if (outcome instanceof GeminiOutcome.RateLimited(Duration told) && told != null) {
            return told;
        }
        return config.backoff().multipliedBy(1L << repetition);
    }

    private AnalysisAttempt attempt(GeminiOutcome outcome, boolean repairs, Instant begin) {
        long millis = Duration.between(begin, clock.instant()).toMillis();
        String word = repairs && outcome instanceof GeminiOutcome.Answered ? "repaired" : outcome.word();
        return new AnalysisAttempt(Engine.GEMINI, name, word, begin, millis);
    }
}
