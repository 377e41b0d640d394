package io.ticketing.ticket.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words by which a text is found: without regard to case, accents and width. */
public final class SearchWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private SearchWords() {}

    /** Each word of the texts once, in its normal form. */
    public static List<String> of(Stream<String> texts) {
        return texts.flatMap(text -> WORD.matcher(normalised(text)).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static String normalised(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
