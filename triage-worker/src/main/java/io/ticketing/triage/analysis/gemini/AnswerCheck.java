package io.ticketing.triage.analysis.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.ticketing.events.Engine;
import io.ticketing.events.Priority;
import io.ticketing.triage.analysis.PlainText;
import io.ticketing.triage.analysis.TicketAnalysis;
import io.ticketing.triage.skill.SkillVocabulary;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets through what is on the list, and nothing else of what a model says. */
public final class AnswerCheck {

    private static final int MAX_ANSWER = 64 * 1024;
    private static final int MAX_NAMED_SKILLS = 50;
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build()
            .readerFor(ModelAnswer.class);

    private final SkillVocabulary vocabulary;

    /** Against that vocabulary. */
    public AnswerCheck(SkillVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Checks what the model said.
     *
     * @param said the whole text
     * @param model the model's name
     * @param staffSkills skills that may be named beside the vocabulary's
     */
    public GeminiOutcome check(String said, String model, Collection<String> staffSkills) {
        if (said.length() > MAX_ANSWER) {
            return new GeminiOutcome.OffList(AnswerRule.SIZE);
        }
        try {
            ModelAnswer answer = JSON.readValue(said);
            return answer == null ? new GeminiOutcome.Unreadable() : check(answer, model, staffSkills);
        } catch (JsonProcessingException noJson) {
            return new GeminiOutcome.Unreadable();
        }
    }

    private GeminiOutcome check(ModelAnswer answer, String model, Collection<String> staffSkills) {
        if (answer.summary() == null || answer.helpfulNotes() == null || answer.relatedSkills() == null) {
            return new GeminiOutcome.Unreadable();
        }
        String summary = PlainText.clean(answer.summary());
        if (summary.isBlank() || summary.length() > TicketAnalysis.MAX_SUMMARY) {
            return new GeminiOutcome.OffList(AnswerRule.SUMMARY);
        }
        String notes = PlainText.clean(answer.helpfulNotes());
        if (notes.length() > TicketAnalysis.MAX_NOTES) {
            return new GeminiOutcome.OffList(AnswerRule.NOTES);
        }
        Double confidence = answer.confidence();
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            return new GeminiOutcome.OffList(AnswerRule.CONFIDENCE);
        }
        if (answer.relatedSkills().size() > MAX_NAMED_SKILLS) {
            return new GeminiOutcome.OffList(AnswerRule.SKILLS);
        }
        Optional<Priority> priority = Arrays.stream(Priority.values())
                .filter(listed -> listed.wireName().equals(answer.priority()))
                .findFirst();
        if (priority.isEmpty()) {
            return new GeminiOutcome.OffList(AnswerRule.PRIORITY);
        }
        List<String> skills = allowed(answer.relatedSkills(), staffSkills);
        return new GeminiOutcome.Answered(new TicketAnalysis(
                summary, priority.get(), notes, skills, confidence, Engine.GEMINI, model, GeminiPrompt.VERSION));
    }

    private List<String> allowed(List<String> named, Collection<String> staffSkills) {
        Set<String> staffNames =
                staffSkills.stream().map(vocabulary::normalised).collect(Collectors.toSet());
        return named.stream()
                .filter(skill -> skill != null)
                .map(vocabulary::normalised)
                .filter(skill -> vocabulary.known(skill).isPresent() || staffNames.contains(skill))
                .distinct()
                .limit(TicketAnalysis.MAX_SKILLS)
                .toList();
    }
}
