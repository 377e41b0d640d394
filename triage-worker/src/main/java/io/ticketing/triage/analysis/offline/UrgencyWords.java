package io.ticketing.triage.analysis.offline;

import io.ticketing.events.Priority;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how urgent a ticket sounds. "Not urgent" and "no data loss" are understood. Immutable. */
public final class UrgencyWords {

    private static final int IN_TITLE = 2;
    private static final Pattern NEGATED = Pattern.compile(
            "(?:\\b(?:not|no|never|without|isn'?t|aren'?t|wasn'?t|nothing)|\\bn[o']t)(?:\\s+(?:a|an|the|any|at|all|really|so|very|that|too|is|super|yet))*\\s+$",
            Pattern.CASE_INSENSITIVE);
    private static final int LOOK_BACK = 40;

    private final Pattern high;
    private final Pattern low;

    private UrgencyWords(Pattern high, Pattern low) {
        this.high = high;
        this.low = low;
    }

    /** Reads a table of lines {@code high: phrase} and {@code low: phrase}; {@code #} begins a comment. */
    public static UrgencyWords parse(Stream<String> lines) {
        List<String> table = lines.map(String::strip).toList();
        return new UrgencyWords(phrases(table, "high:"), phrases(table, "low:"));
    }

    /** High or low when more speaks for the one than for the other, else medium. */
    public Priority priority(String title, String description) {
        int urgent = IN_TITLE * weight(title) + weight(description);
        if (urgent > 0) {
            return Priority.HIGH;
        }
        return urgent < 0 ? Priority.LOW : Priority.MEDIUM;
    }

    private int weight(String text) {
        int urgent = high.matcher(text)
                .results()
                .mapToInt(found -> isNegated(text, found) ? -1 : 1)
                .sum();
        int relaxed = (int) low.matcher(text)
                .results()
                .filter(found -> !isNegated(text, found))
                .count();
        return urgent - relaxed;
    }

    private static boolean isNegated(String text, MatchResult found) {
        String before = text.substring(Math.max(0, found.start() - LOOK_BACK), found.start());
        return NEGATED.matcher(before).find();
    }

    private static Pattern phrases(List<String> table, String kind) {
        return Pattern.compile(
                table.stream()
                        .filter(line -> line.startsWith(kind))
                        .map(line -> line.substring(kind.length()).strip())
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
