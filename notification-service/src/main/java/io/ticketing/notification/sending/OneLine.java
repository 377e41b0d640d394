package io.ticketing.notification.sending;

import java.util.regex.Pattern;

/** Text that has to stay on one line, as in a header. */
final class OneLine {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}\\x{2029}\\s]+");

    private OneLine() {}

    /** The text with every run of control characters, line breaks and blanks made one blank. */
    static String of(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }
}
