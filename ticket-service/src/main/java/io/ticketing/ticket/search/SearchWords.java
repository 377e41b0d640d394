package io.ticketing.ticket.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which a text is found: without regard to case, accents and width. In scripts that put nothing between words each character is one,
 * and of a very long word each {@value #LONGEST} characters are.
 */
public final class SearchWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String UNSPACED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";
    private static final int LONGEST = 64;
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}&&[%1$s]]|[\\p{L}\\p{N}&&[^%1$s]]{1,%2$d}".formatted(UNSPACED, LONGEST));

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
