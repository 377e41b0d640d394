package io.ticketing.triage.analysis.offline;

import io.ticketing.events.Engine;
import io.ticketing.triage.analysis.PlainText;
import io.ticketing.triage.analysis.TicketAnalysis;
import io.ticketing.triage.analysis.TicketText;
import io.ticketing.triage.skill.SkillVocabulary;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Analyses by tables alone: the same ticket gives the same analysis, at once and always. Immutable. */
public final class OfflineAnalyser {

    /** The version of the rules and tables. */
    public static final String PROMPT_VERSION = "offline-1";

    private static final int IN_TITLE = 3;
    private static final int AS_HASHTAG = 4;
    private static final int SKILLS = 5;

    private final SkillVocabulary vocabulary;
    private final UrgencyWords urgency;
    private final SkillNotes notes;

    /** With these tables. */
    public OfflineAnalyser(SkillVocabulary vocabulary, UrgencyWords urgency, SkillNotes notes) {
        this.vocabulary = vocabulary;
        this.urgency = urgency;
        this.notes = notes;
    }

    /** Analyses a ticket; skills that only moderators named count when the ticket's hashtags name them. */
    public TicketAnalysis analyse(TicketText text, Collection<String> staffSkills) {
        List<String> skills = skills(text, staffSkills);
        return new TicketAnalysis(
                Summary.of(text),
                urgency.priority(PlainText.line(text.title()), PlainText.line(text.description())),
                PlainText.shortened(notes.on(skills, text), TicketAnalysis.MAX_NOTES),
                skills,
                null,
                Engine.OFFLINE,
                null,
                PROMPT_VERSION);
    }

    private List<String> skills(TicketText text, Collection<String> staffSkills) {
        Map<String, Integer> scores = new HashMap<>();
        vocabulary.mentions(text.description()).forEach((skill, count) -> scores.merge(skill, count, Integer::sum));
        vocabulary
                .mentions(text.title())
                .forEach((skill, count) -> scores.merge(skill, IN_TITLE * count, Integer::sum));
        List<String> staffNames =
                staffSkills.stream().map(vocabulary::normalised).toList();
        text.hashtags().stream()
                .map(vocabulary::normalised)
                .filter(tag -> vocabulary.known(tag).isPresent() || staffNames.contains(tag))
                .forEach(skill -> scores.merge(skill, AS_HASHTAG, Integer::sum));
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SKILLS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
