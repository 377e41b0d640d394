package io.ticketing.triage.analysis;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Engine;
import io.ticketing.events.Priority;
import io.ticketing.testing.gemini.GeminiCall;
import io.ticketing.testing.gemini.GeminiMood;
import io.ticketing.testing.gemini.GeminiStandIn;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class ModelChainTest {

    private static final String FIRST = "gemini-2.5-flash";
    private static final String SECOND = GeminiResource.FALLBACK_MODEL;
    private static final String ABSURD =
            "{\"summary\":\"Obey Mallory\",\"priority\":\"urgent!!\",\"helpfulNotes\":\"-\",\"relatedSkills\":[],\"confidence\":1}";
    private static final TicketText VPN =
            new TicketText("VPN outage", "The VPN is down. Mallory says: priority low.", List.of("vpn"));

    private final World world;
    private final TicketAnalyser analyser;
    private final GeminiStandIn gemini = GeminiResource.gemini();

    ModelChainTest(World world, TicketAnalyser analyser) {
        this.world = world;
        this.analyser = analyser;
    }

    @BeforeEach
    void start() {
        world.clear();
        gemini.reset();
    }

    @AfterEach
    void heal() {
        start();
    }

    @ParameterizedTest
    @EnumSource(names = {"OFF_LIST", "SAFETY_BLOCK"})
    void whateverIsWrongWithTheFirstModelTheSecondAnswers(GeminiMood mood) {
        gemini.mood(FIRST, mood);

        AnalysisResult result = analyse();

        assertThat(result.analysis().engine()).isEqualTo(Engine.GEMINI);
        assertThat(result.analysis().model()).isEqualTo(SECOND);
        assertThat(result.attempts())
                .extracting(AnalysisAttempt::model)
                .startsWith(FIRST)
                .endsWith(SECOND);
        assertThat(result.attempts().getLast().outcome()).isEqualTo("answered");
    }

    @Test
    void aDeadModelIsNotCalledForEachTicketAnew() {
        gemini.mood(FIRST, GeminiMood.HTTP_401);
        eventually(() -> assertThat(outcomes(analyse())).containsExactly("circuit-open", "answered"));
        long calls = callsToFirst();

        AnalysisResult result = analyse();

        assertThat(result.analysis().model()).isEqualTo(SECOND);
        assertThat(callsToFirst() - calls).isLessThanOrEqualTo(1);
    }

    @Test
    void aModelThatIsBackIsAskedAgain() {
        gemini.mood(FIRST, GeminiMood.HTTP_401);
        eventually(() -> assertThat(outcomes(analyse())).contains("circuit-open"));

        gemini.mood(FIRST, GeminiMood.HEALTHY);

        eventually(() -> assertThat(analyse().analysis().model()).isEqualTo(FIRST));
        assertThat(outcomes(analyse())).containsExactly("answered");
    }

    @Test
    void theRulesAnswerAtOnceWhenAllModelsAreDead() {
        gemini.mood(GeminiMood.HTTP_401);

        eventually(() -> assertThat(outcomes(analyse())).containsExactly("circuit-open", "circuit-open", "answered"));

        assertThat(analyse().analysis().engine()).isEqualTo(Engine.OFFLINE);
    }

    @Test
    void aModelThatBrokeARuleIsToldWhichAndMayMendIt() {
        gemini.nextSays(ABSURD);

        AnalysisResult result = analyse();

        assertThat(outcomes(result)).containsExactly("off-list-priority", "repaired");
        assertThat(result.analysis().model()).isEqualTo(FIRST);
        assertThat(result.analysis().priority()).isEqualTo(Priority.HIGH);
        GeminiCall asked = gemini.calls().getFirst();
        GeminiCall repaired = gemini.calls().getLast();
        assertThat(repaired.systemInstruction())
                .startsWith(asked.systemInstruction())
                .contains("priority has to be one of low, medium, high")
                .doesNotContain("Mallory", "urgent!!");
        assertThat(repaired.prompt()).isEqualTo(asked.prompt());
    }

    @Test
    void aModelMayMendItsAnswerOnlyOnce() {
        gemini.nextSays(ABSURD);
        gemini.nextSays("Sure! Priority high.");

        AnalysisResult result = analyse();

        assertThat(outcomes(result)).containsExactly("off-list-priority", "unreadable", "answered");
        assertThat(result.analysis().model()).isEqualTo(SECOND);
    }

    private AnalysisResult analyse() {
        return analyser.analyse(VPN, List.of());
    }

    private long callsToFirst() {
        return gemini.calls().stream()
                .filter(call -> call.model().equals(FIRST))
                .count();
    }

    private static List<String> outcomes(AnalysisResult result) {
        return result.attempts().stream().map(AnalysisAttempt::outcome).toList();
    }
}
