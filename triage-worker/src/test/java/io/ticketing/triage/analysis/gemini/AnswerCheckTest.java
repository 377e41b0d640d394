package io.ticketing.triage.analysis.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketAnalysis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {

    private static final String GOOD = """
            {"summary":"It is down","priority":"high","helpfulNotes":"Look","relatedSkills":["JS","k8s"],"confidence":0.5}""";

    private final AnswerCheck check = new AnswerCheck(Tables.vocabulary());

    @Test
    void whatKeepsToTheListPasses() {
        TicketAnalysis analysis = passed(GOOD);

        assertThat(analysis.relatedSkills()).containsExactly("javascript", "kubernetes");
        assertThat(analysis.confidence()).isEqualTo(0.5);
        assertThat(passed(GOOD.replace("0.5", "null")).confidence()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "Sure! Here it is.", "{\"summary\":\"cut", "```json\n{}\n```", "{}"})
    void whatIsNotTheAskedJsonIsUnreadable(String said) {
        assertThat(outcome(said)).isInstanceOf(GeminiOutcome.Unreadable.class);
    }

    @Test
    void wrongTypesAndMissingFieldsAreUnreadable() {
        assertThat(outcome(GOOD.replace("\"It is down\"", "7"))).isInstanceOf(GeminiOutcome.Unreadable.class);
        assertThat(outcome(GOOD.replace("0.5", "\"high\""))).isInstanceOf(GeminiOutcome.Unreadable.class);
        assertThat(outcome(GOOD.replace("\"JS\"", "3"))).isInstanceOf(GeminiOutcome.Unreadable.class);
        assertThat(outcome(GOOD.replace("\"priority\":\"high\",", ""))).isInstanceOf(GeminiOutcome.Unreadable.class);
        assertThat(outcome(GOOD + " and more")).isInstanceOf(GeminiOutcome.Unreadable.class);
    }

    @Test
    void valuesThatAreNotOnTheListAreNamed() {
        assertThat(outcome(GOOD.replace("\"high\"", "\"urgent!!\"")))
                .isEqualTo(new GeminiOutcome.OffList(AnswerRule.PRIORITY));
        assertThat(outcome(GOOD.replace("\"high\"", "\"HIGH\"")))
                .isEqualTo(new GeminiOutcome.OffList(AnswerRule.PRIORITY));
        assertThat(outcome(GOOD.replace("0.5", "42"))).isEqualTo(new GeminiOutcome.OffList(AnswerRule.CONFIDENCE));
        assertThat(outcome(GOOD.replace("0.5", "-0.1"))).isEqualTo(new GeminiOutcome.OffList(AnswerRule.CONFIDENCE));
        assertThat(outcome(GOOD.replace("It is down", " "))).isEqualTo(new GeminiOutcome.OffList(AnswerRule.SUMMARY));
        assertThat(outcome(GOOD.replace("It is down", "x".repeat(2001))))
                .isEqualTo(new GeminiOutcome.OffList(AnswerRule.SUMMARY));
        assertThat(outcome(GOOD.replace("Look", "x".repeat(10_001))))
                .isEqualTo(new GeminiOutcome.OffList(AnswerRule.NOTES));
        assertThat(outcome(GOOD.replace("Look", "x".repeat(70_000))))
                .isEqualTo(new GeminiOutcome.OffList(AnswerRule.SIZE));
        assertThat(outcome(GOOD.replace("\"JS\"", "\"JS\",".repeat(60) + "\"JS\"")))
                .isEqualTo(new GeminiOutcome.OffList(AnswerRule.SKILLS));
    }

    @Test
    void skillsThatNobodyKnowsAreDroppedAndControlCharactersToo() {
        String said =
                GOOD.replace("\"JS\"", "\"drop tables\",\"Juggling\",null").replace("Look", "Look\\u0000\\u202E");

        TicketAnalysis analysis = passed(said);

        assertThat(analysis.relatedSkills()).containsExactly("juggling", "kubernetes");
        assertThat(analysis.helpfulNotes()).isEqualTo("Look");
    }

    private TicketAnalysis passed(String said) {
        assertThat(outcome(said)).isInstanceOf(GeminiOutcome.Answered.class);
        return ((GeminiOutcome.Answered) outcome(said)).analysis();
    }

    private GeminiOutcome outcome(String said) {
        return check.check(said, "a-model", List.of("juggling"));
    }
}
