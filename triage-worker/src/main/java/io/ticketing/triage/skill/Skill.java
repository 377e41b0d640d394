package io.ticketing.triage.skill;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of the vocabulary.
 *
 * @param name the spelling that is shown
 * @param names the name and its aliases
 * @param broader skills that somebody with this one has too
 * @param inText finds the skill in prose
 */
record Skill(String name, List<String> names, List<String> broader, Pattern inText) {

    /** Names too common in prose to be searched there carry this mark. */
    private static final String NAME_ONLY = "=";

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    static Skill parse(String line) {
        String[] columns = line.split("\\|", -1);
        if (columns.length != 4) {
            throw new IllegalArgumentException("a skill has four columns: " + line);
        }
        List<String> names =
                Stream.concat(Stream.of(columns[0].strip()), words(columns[1])).toList();
        List<String> phrases = Stream.concat(names.stream(), words(columns[2]))
                .filter(phrase -> !phrase.startsWith(NAME_ONLY))
                .toList();
        List<String> plainNames = names.stream().map(Skill::withoutMark).toList();
        return new Skill(
                plainNames.getFirst(),
                plainNames,
                words(columns[3]).toList(),
                phrases.isEmpty() ? NOTHING : any(phrases));
    }

    int mentions(String text) {
        return Math.toIntExact(inText.matcher(text).results().count());
    }

    private static Pattern any(List<String> phrases) {
        return Pattern.compile(
                phrases.stream()
                        .map(Skill::withFlexibleSpace)
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}+#])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String withFlexibleSpace(String phrase) {
        return Arrays.stream(phrase.split(" ")).map(Pattern::quote).collect(Collectors.joining("[\\s_-]{1,3}"));
    }

    private static String withoutMark(String name) {
        return name.startsWith(NAME_ONLY) ? name.substring(1) : name;
    }

    private static Stream<String> words(String column) {
        return Arrays.stream(column.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }
}
