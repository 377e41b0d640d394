package io.ticketing.triage.analysis.gemini;

import io.ticketing.triage.analysis.AnalysisAttempt;
import io.ticketing.triage.analysis.AnalysisStopped;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketAnalysis;
import io.ticketing.triage.analysis.TicketText;
import io.ticketing.triage.skill.SkillVocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks Gemini's models one after the other, and never longer than one ticket may take. A model that others follow gets its even share of the
 * time that is left, so that it can hang without taking theirs; what it does not use is theirs too.
 *
 * <p>With the defaults, two models and both of them silent: the first is called for 20 s and again for the rest of its 30 s, then the second
 * likewise, and after 60 s at the latest nobody is asked any more. A model that is known to be dead takes no time at all.
 */
@ApplicationScoped
public class GeminiAnalyser {

    private final GeminiConfig config;
    private final List<GeminiModel> models;

    GeminiAnalyser(GeminiCall call, GeminiConfig config, Clock clock, SkillVocabulary vocabulary) {
        this.config = config;
        GeminiPrompt prompt = new GeminiPrompt(vocabulary, Tables.text("gemini-prompt.txt"));
        AnswerCheck check = new AnswerCheck(vocabulary);
        this.models = names(config).stream()
                .map(name -> new GeminiModel(name, new GuardedCall(name, call, config), prompt, check, config, clock))
                .toList();
    }

    /**
     * Analyses a ticket.
     *
     * @param text what the requester wrote; nothing else of the ticket or its people is sent
     * @param staffSkills skills that may be named beside the vocabulary's
     * @param attempts is told of each call, and of each model that was not called, with the reason
     * @return empty when there is no key, or no model gave an answer that may be used
     * @throws AnalysisStopped when this thread is interrupted
     */
    public Optional<TicketAnalysis> analyse(
            TicketText text, Collection<String> staffSkills, Consumer<AnalysisAttempt> attempts) {
        try {
            return ask(text, staffSkills, attempts);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AnalysisStopped(stopping);
        }
    }

    private Optional<TicketAnalysis> ask(
            TicketText text, Collection<String> staffSkills, Consumer<AnalysisAttempt> attempts)
            throws InterruptedException {
        TimeLeft time = TimeLeft.of(config.ticketBudget(), System::nanoTime);
        Optional<TicketAnalysis> said = Optional.empty();
        for (int asked = 0; said.isEmpty() && asked < models.size(); asked++) {
            said = models.get(asked).analyse(text, staffSkills, time.share(models.size() - asked), attempts);
        }
        return said;
    }

    /** Without a key there is nobody to ask. */
    private static List<String> names(GeminiConfig config) {
        return config.apiKey().isEmpty() ? List.of() : ModelNames.of(config);
    }
}
