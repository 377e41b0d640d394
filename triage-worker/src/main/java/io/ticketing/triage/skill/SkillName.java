package io.ticketing.triage.skill;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Spelling of skill names: what makes two of them the same. */
final class SkillName {

    private static final Pattern INSIGNIFICANT = Pattern.compile("[^\\p{L}\\p{N}+#]");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}+#.]+");
    private static final Pattern HYPHENS_AT_THE_ENDS = Pattern.compile("^-+|-+$");

    private SkillName() {}

    /** Equal for names that differ in case, white space and punctuation alone; {@code +} and {@code #} count, as in C++ and C#. */
    static String key(String name) {
        return INSIGNIFICANT.matcher(lower(name)).replaceAll("");
    }

    /** Lower case, words joined by hyphens. */
    static String plain(String name) {
        return HYPHENS_AT_THE_ENDS
                .matcher(SEPARATORS.matcher(lower(name)).replaceAll("-"))
                .replaceAll("");
    }

    private static String lower(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
