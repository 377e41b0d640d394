package io.ticketing.triage.analysis;

import io.ticketing.events.Engine;
import io.ticketing.triage.analysis.gemini.GeminiAnalyser;
import io.ticketing.triage.analysis.offline.OfflineAnalyser;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The model when there is one and it answers well, else the rules. */
@ApplicationScoped
class AnalyserChain implements TicketAnalyser {

    private final GeminiAnalyser gemini;
    private final OfflineAnalyser offline;
    private final Clock clock;

    AnalyserChain(GeminiAnalyser gemini, OfflineAnalyser offline, Clock clock) {
        this.gemini = gemini;
        this.offline = offline;
        this.clock = clock;
    }

    @Override
    public AnalysisResult analyse(TicketText text, Collection<String> staffSkills) {
        List<AnalysisAttempt> attempts = new ArrayList<>();
        Optional<TicketAnalysis> said = gemini.analyse(text, staffSkills, attempts::add);
        return new AnalysisResult(said.orElseGet(() -> byRules(text, staffSkills, attempts)), attempts);
    }

    private TicketAnalysis byRules(TicketText text, Collection<String> staffSkills, List<AnalysisAttempt> attempts) {
        Instant begin = clock.instant();
        long beginNanos = System.nanoTime();
        TicketAnalysis analysis = offline.analyse(text, staffSkills);
        long millis = Duration.ofNanos(System.nanoTime() - beginNanos).toMillis();
        attempts.add(new AnalysisAttempt(Engine.OFFLINE, null, "answered", begin, millis));
        return analysis;
    }
}
