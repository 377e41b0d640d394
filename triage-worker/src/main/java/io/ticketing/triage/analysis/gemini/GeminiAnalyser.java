package io.ticketing.triage.analysis.gemini;

import dev.langchain4j.model.chat.request.ChatRequest;
import io.ticketing.events.Engine;
import io.ticketing.triage.analysis.AnalysisAttempt;
import io.ticketing.triage.analysis.AnalysisStopped;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketAnalysis;
import io.ticketing.triage.analysis.TicketText;
import io.ticketing.triage.skill.SkillVocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Asks Gemini, again when that may help, and never longer than one ticket may take. */
@ApplicationScoped
public class GeminiAnalyser {

    private static final Logger LOG = Logger.getLogger(GeminiAnalyser.class);

    private final GeminiCall call;
    private final GeminiConfig config;
    private final Clock clock;
    private final GeminiPrompt prompt;
    private final AnswerCheck check;

    GeminiAnalyser(GeminiCall call, GeminiConfig config, Clock clock, SkillVocabulary vocabulary) {
        this.call = call;
        this.config = config;
        this.clock = clock;
        this.prompt = new GeminiPrompt(vocabulary, Tables.text("gemini-prompt.txt"));
        this.check = new AnswerCheck(vocabulary);
    }

    /**
     * Analyses a ticket.
     *
     * @param text what the requester wrote; nothing else of the ticket or its people is sent
     * @param staffSkills skills that may be named beside the vocabulary's
     * @param attempts is told of each call
     * @return empty when there is no key, or Gemini gave no answer that may be used
     * @throws AnalysisStopped when this thread is interrupted
     */
    public Optional<TicketAnalysis> analyse(
            TicketText text, Collection<String> staffSkills, Consumer<AnalysisAttempt> attempts) {
        if (config.apiKey().isEmpty()) {
            return Optional.empty();
        }
        try {
            return ask(prompt.of(text, staffSkills), staffSkills, attempts);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AnalysisStopped(stopping);
        }
    }

    private Optional<TicketAnalysis> ask(
            ChatRequest request, Collection<String> staffSkills, Consumer<AnalysisAttempt> attempts)
            throws InterruptedException {
        Instant deadline = clock.instant().plus(config.ticketBudget());
        for (int repetition = 0; ; repetition++) {
            Instant begin = clock.instant();
            GeminiOutcome outcome = call.make(
                    request,
                    shorter(config.callTimeout(), Duration.between(begin, deadline)),
                    said -> check.check(said, config.model(), staffSkills));
            attempts.accept(attempt(outcome, begin));
            if (outcome instanceof GeminiOutcome.Answered(TicketAnalysis analysis)) {
                return Optional.of(analysis);
            }
            LOG.infof("Gemini gave no analysis: %s", outcome.word());
            Duration pause = pause(outcome, repetition);
            if (!outcome.isWorthRetrying()
                    || repetition >= config.retries()
                    || !clock.instant().plus(pause).isBefore(deadline)) {
                return Optional.empty();
            }
            Thread.sleep(pause);
        }
    }

    private Duration pause(GeminiOutcome outcome, int repetition) {
        if (outcome instanceof GeminiOutcome.RateLimited(Duration told) && told != null) {
            return told;
        }
        return config.backoff().multipliedBy(1L << repetition);
    }

    private AnalysisAttempt attempt(GeminiOutcome outcome, Instant begin) {
        long millis = Duration.between(begin, clock.instant()).toMillis();
        return new AnalysisAttempt(Engine.GEMINI, config.model(), outcome.word(), begin, millis);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
