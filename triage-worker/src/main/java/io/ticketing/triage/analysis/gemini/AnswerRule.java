package io.ticketing.triage.analysis.gemini;

import io.ticketing.events.Priority;
import io.ticketing.triage.analysis.TicketAnalysis;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What an answer has to keep to. Each is told to the model that broke it, in a sentence that holds nothing a ticket or a model said. */
public enum AnswerRule {
    /** JSON of the form that was asked for. */
    FORM("It was not the one JSON object that was asked for, with all of its fields and of their types."),
    /** Not larger than any answer that keeps to the rest. */
    SIZE("The whole of it was too long."),
    /** Something, and not too much. */
    SUMMARY("summary has to have 1 to %d characters.".formatted(TicketAnalysis.MAX_SUMMARY)),
    /** One of those that a ticket can have. */
    PRIORITY("priority has to be one of %s."
            .formatted(Arrays.stream(Priority.values()).map(Priority::wireName).collect(Collectors.joining(", ")))),
    /** Not too much. */
    NOTES("helpfulNotes has to have at most %d characters.".formatted(TicketAnalysis.MAX_NOTES)),
    /** Not too many; those that nobody knows are left out instead. */
    SKILLS("relatedSkills has to have at most %d entries.".formatted(TicketAnalysis.MAX_SKILLS)),
    /** A share. */
    CONFIDENCE("confidence has to be a number from 0 to 1.");

    private final String sentence;

    AnswerRule(String sentence) {
        this.sentence = sentence;
    }

    /** What the model is told. */
    String sentence() {
        return sentence;
    }
}
