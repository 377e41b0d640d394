package io.ticketing.triage.analysis;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ticketing.events.Engine;
import io.ticketing.events.Fact;
import io.ticketing.events.TriageCompleted;
import io.ticketing.testing.gemini.GeminiMood;
import io.ticketing.testing.gemini.GeminiStandIn;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import io.ticketing.triage.run.TriageRuns;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models that take a call and do not come to an end with it. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
@TestProfile(SilentModelTest.Impatient.class)
class SilentModelTest {

    private static final Duration A_BUSY_MACHINE = Duration.ofSeconds(30);
    private static final Duration BUDGET = Duration.ofSeconds(7);

    private final World world;
    private final TriageRuns runs;
    private final TicketAnalyser analyser;
    private final GeminiStandIn gemini = GeminiResource.gemini();

    SilentModelTest(World world, TriageRuns runs, TicketAnalyser analyser) {
        this.world = world;
        this.runs = runs;
        this.analyser = analyser;
    }

    /** The first call of all takes longer than the others. */
    @BeforeEach
    void start() {
        world.clear();
        gemini.reset();
        eventually(() -> assertThat(analyse().attempts())
                .extracting(AnalysisAttempt::outcome)
                .containsExactly("answered"));
        gemini.reset();
    }

    @AfterEach
    void heal() {
        gemini.reset();
    }

    @Test
    void silenceIsGivenUpTwiceThenThatOfTheNextAndTheRulesAnswerInTime() {
        world.moderator("Ada", 5, "networking");
        gemini.mood(GeminiMood.SILENT);
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");

        TriageCompleted completed = world.completed(ticket.subject());

        assertThat(completed.analysis().engine()).isEqualTo(Engine.OFFLINE);
        List<AnalysisAttempt> attempts = runs.find(ticket.id()).orElseThrow().attempts();
        assertThat(attempts)
                .extracting(AnalysisAttempt::outcome)
                .containsSubsequence("timed-out", "timed-out", "answered")
                .containsOnly("timed-out", "out-of-time", "answered");
        assertThat(Duration.between(attempts.getFirst().at(), attempts.getLast().at()))
                .isLessThan(BUDGET.plus(A_BUSY_MACHINE));
    }

    @Test
    void aCallThatIsGivenUpEndsAtItsOtherEndToo() {
        world.moderator("Ada", 5, "networking");
        gemini.mood(GeminiMood.TRICKLING);
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");

        world.completed(ticket.subject());

        eventually(() -> assertThat(gemini.underWay()).isZero());
    }

    @Test
    void anAnswerThatTricklesIsGivenUpLikeSilence() {
        world.moderator("Ada", 5, "networking");
        gemini.next(GeminiMood.TRICKLING);
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");

        world.completed(ticket.subject());

        assertThat(runs.find(ticket.id()).orElseThrow().attempts())
                .extracting(AnalysisAttempt::outcome)
                .containsExactly("timed-out", "answered");
    }

    @Test
    void whileTheFirstModelIsSilentTheSecondAnswers() {
        gemini.mood("gemini-2.5-flash", GeminiMood.SILENT);

        AnalysisResult result = analyse();

        assertThat(result.analysis().engine()).isEqualTo(Engine.GEMINI);
        assertThat(result.analysis().model()).isEqualTo(GeminiResource.FALLBACK_MODEL);
        assertThat(result.attempts().getLast().outcome()).isEqualTo("answered");
    }

    private AnalysisResult analyse() {
        return analyser.analyse(new TicketText("VPN outage", "The VPN is down.", List.of("vpn")), List.of());
    }

    /** Waits for models as briefly as a test does. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "ticketing.gemini.call-timeout", "2s", "ticketing.gemini.ticket-budget", BUDGET.toSeconds() + "s");
        }
    }
}
