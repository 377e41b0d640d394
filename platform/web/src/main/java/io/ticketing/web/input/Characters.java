package io.ticketing.web.input;

/** Which characters count as white space, and which are never accepted. */
public final class Characters {

    private Characters() {}

    /** Nothing but white space of any kind, no-break spaces and other invisible separators included. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(Characters::isWhiteSpace);
    }

    /** Whether a person may type it: no C0, DEL or C1 control, no half of a surrogate pair. */
    public static boolean isAllowed(int codePoint, boolean multiline) {
        if (multiline && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t')) {
            return true;
        }
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    private static boolean isWhiteSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == 0x200B
                || codePoint == 0x2060
                || codePoint == 0xFEFF;
    }
}
