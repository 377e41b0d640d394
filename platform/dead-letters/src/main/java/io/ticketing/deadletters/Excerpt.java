package io.ticketing.deadletters;

import io.ticketing.web.input.Characters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The beginning of what a record holds, as text in one line. */
final class Excerpt {

    /** Most characters that are shown. */
    static final int LENGTH = 200;

    private static final int LONGEST_CHARACTER = 4;

    private Excerpt() {}

    /** Bytes that are no UTF-8 are shown as such, and what could do harm in a line as a blank. */
    static String of(byte[] value) {
        byte[] begin = Arrays.copyOf(value, Math.min(value.length, LENGTH * LONGEST_CHARACTER));
        return of(new String(begin, StandardCharsets.UTF_8));
    }

    static String of(String text) {
        return text.codePoints()
                .limit(LENGTH)
                .map(character -> Characters.isAllowed(character, false) ? character : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
