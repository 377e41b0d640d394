package io.ticketing.triage.analysis;

import java.util.regex.Pattern;

/** Text without what could do harm where it is shown. */
public final class PlainText {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private PlainText() {}

    /** Without control characters, halves of surrogate pairs and characters that turn the direction of writing; line breaks and tabs stay. */
    public static String clean(String text) {
        return text.codePoints()
                .filter(PlainText::isHarmless)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** The same in one line, with single spaces. */
    public static String line(String text) {
        return clean(WHITE_SPACE.matcher(text).replaceAll(" "));
    }

    /** At most {@code max} characters, cut at a code point, with an ellipsis where something was left out. */
    public static String shortened(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static boolean isHarmless(int codePoint) {
        if (codePoint == '\n' || codePoint == '\t') {
            return true;
        }
        boolean turnsDirection =
                (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE
                && !turnsDirection;
    }
}
