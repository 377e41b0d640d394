package io.ticketing.triage.analysis.offline;

import io.ticketing.triage.analysis.TicketText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** First things to try, by skill. Immutable. */
public final class SkillNotes {

    private static final int NOTES = 3;
    private static final String ANY_SKILL = "*";
    private static final String DETAILS_MISSING = "?";
    private static final Pattern DETAILS = Pattern.compile(
            "error|exception|steps|when i|after i|since|version|screenshot|\\d", Pattern.CASE_INSENSITIVE);
    private static final int SHORT = 120;

    private final Map<String, String> notes;

    private SkillNotes(Map<String, String> notes) {
        this.notes = notes;
    }

    /** Reads lines {@code skill: note}; {@code *} is for tickets without a skill that has a note, {@code ?} for those short of details. */
    public static SkillNotes parse(Stream<String> lines) {
        return new SkillNotes(lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split(":", 2))
                .collect(Collectors.toUnmodifiableMap(parts -> parts[0].strip(), parts -> parts[1].strip())));
    }

    /** The notes for the first few skills, one a line, and what to ask for. */
    String on(List<String> skills, TicketText text) {
        List<String> found = skills.stream()
                .flatMap(skill -> Optional.ofNullable(notes.get(skill)).stream())
                .limit(NOTES)
                .toList();
        Stream<String> first = found.isEmpty() ? note(ANY_SKILL) : found.stream();
        return Stream.concat(first, lacksDetails(text) ? note(DETAILS_MISSING) : Stream.empty())
                .map(note -> "- " + note)
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> note(String key) {
        return Optional.ofNullable(notes.get(key)).stream();
    }

    private static boolean lacksDetails(TicketText text) {
        return text.description().length() < SHORT
                || !DETAILS.matcher(text.description()).find();
    }
}
