package io.ticketing.e2e.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a request's body.
 *
 * @param path dotted, as problems name it
 * @param kind what belongs there
 * @param isRequired whether it may be left out
 * @param max characters of a text, elements of a list, or the greatest number
 */
record Field(String path, Kind kind, boolean isRequired, int max) {
    enum Kind {
        /** One line. */
        TEXT(false, false),
        /** One line, or nothing, which takes away what was there. */
        NOTE(true, false),
        /** Many lines. */
        LINES(false, true),
        /** Many lines, or nothing, which takes away what was there. */
        STORY(true, true),
        /** One of a few words. */
        CHOICE(false, false),
        /** A list of short lines. */
        TEXTS(false, false),
        /** A list of short lines, or one line with commas. */
        TEXTS_OR_LINE(false, false),
        /** A whole number that is not negative. */
        NUMBER(false, false);

        private final boolean mayBeBlank;
        private final boolean mayHaveLines;

        Kind(boolean mayBeBlank, boolean mayHaveLines) {
            this.mayBeBlank = mayBeBlank;
            this.mayHaveLines = mayHaveLines;
        }
    }

    /** All that is wrong with what may stand there; raw JSON, or what should have been JSON. */
    List<Spoiled> spoiled() {
        List<Spoiled> all = new ArrayList<>();
        if (isRequired) {
            all.add(wrong("missing", null));
            all.add(wrong("null", "null"));
        }
        all.add(wrong("an object that looks like a query", "{\"$ne\":null}"));
        all.add(wrong("a truth value", "true"));
        all.add(wrong("deep nesting", "[".repeat(5_000) + "]".repeat(5_000)));
        all.add(wrong("deep objects", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)));
        all.addAll(
                switch (kind) {
                    case TEXTS, TEXTS_OR_LINE -> spoiledList();
                    case NUMBER -> spoiledNumber();
                    default -> spoiledText();
                });
        return List.copyOf(all);
    }

    private List<Spoiled> spoiledText() {
        List<Spoiled> all = new ArrayList<>(List.of(
                wrong("a number", "17"),
                wrong("a list", "[\"a\"]"),
                wrong("too long", "\"" + "x".repeat(max + 1) + "\""),
                wrong("a zero character", "\"ab\\u0000cdefgh\""),
                wrong("a bell", "\"ab\\u0007cdefgh\""),
                wrong("delete", "\"ab\\u007fcdefgh\""),
                wrong("a C1 control", "\"ab\\u009fcdefgh\"")));
        if (!kind.mayBeBlank) {
            all.add(wrong("blank", "\" \\u00a0\\u2003 \""));
            all.add(wrong("empty", "\"\""));
        }
        if (!kind.mayHaveLines) {
            all.add(wrong("a line break", "\"ab\\ncdefgh\""));
            all.add(wrong("a header of a mail", "\"ab@people.test\\r\\nBcc: cd@people.test\""));
        }
        all.add(brokenUtf8(""));
        return all;
    }

    private List<Spoiled> spoiledList() {
        List<Spoiled> all = new ArrayList<>(List.of(
                wrong("a number", "17"),
                wrong("no element", "[]"),
                wrong("too many elements", elements(max + 1)),
                wrong("a number as element", "[7]"),
                wrong("null as element", "[null]"),
                wrong("an object as element", "[{\"$ne\":null}]"),
                wrong("a blank element", "[\" \"]"),
                wrong("a control character in an element", "[\"a\\u0000b\"]"),
                wrong("too long an element", "[\"" + "x".repeat(41) + "\"]"),
                brokenUtf8("[")));
        if (kind == Kind.TEXTS) {
            all.add(wrong("a text", "\"a\""));
        }
        return all;
    }

    private List<Spoiled> spoiledNumber() {
        return List.of(
                wrong("a text", "\"many\""),
                wrong("a list", "[1]"),
                wrong("a fraction", "1.5"),
                wrong("less than nothing", "-1"),
                wrong("too much", Integer.toString(max + 1)),
                wrong("far too much", "99999999999999999999"));
    }

    private Spoiled wrong(String how, @Nullable String raw) {
        return new Spoiled(path, how, raw == null ? null : raw.getBytes(StandardCharsets.UTF_8), true);
    }

    private Spoiled brokenUtf8(String before) {
        byte[] raw = (before + "\"ab?(cdefgh\"" + before.replace('[', ']')).getBytes(StandardCharsets.ISO_8859_1);
        raw[before.length() + 3] = (byte) 0xC3;
        return new Spoiled(path, "broken UTF-8", raw, false);
    }

    private static String elements(int count) {
        StringBuilder list = new StringBuilder("[\"tag0\"");
        for (int number = 1; number < count; number++) {
            list.append(",\"tag").append(number).append('"');
        }
        return list.append(']').toString();
    }
}
