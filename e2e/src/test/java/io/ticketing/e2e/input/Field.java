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
 * @param max characters of a text, or elements of a list
 */
record Field(String path, Kind kind, boolean isRequired, int max) {
    enum Kind {
        TEXT,
        LINES,
        CHOICE,
        TEXTS
    }

    /** All that is wrong with what may stand there; raw JSON, or what should have been JSON. */
    List<Spoiled> spoiled() {
        List<Spoiled> all = new ArrayList<>();
        if (isRequired) {
            all.add(wrong("missing", null));
            all.add(wrong("null", "null"));
        }
        all.add(wrong("an object that looks like a query", "{\"$ne\":null}"));
        all.add(wrong("a number", "17"));
        all.add(wrong("a truth value", "true"));
        all.add(wrong("deep nesting", "[".repeat(5_000) + "]".repeat(5_000)));
        all.add(wrong("deep objects", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)));
        if (kind == Kind.TEXTS) {
            all.addAll(spoiledList());
        } else {
            all.addAll(spoiledText());
        }
        return List.copyOf(all);
    }

    private List<Spoiled> spoiledText() {
        List<Spoiled> all = new ArrayList<>(List.of(
                wrong("a list", "[\"a\"]"),
                wrong("blank", "\" \\u00a0\\u2003 \""),
                wrong("empty", "\"\""),
                wrong("too long", "\"" + "x".repeat(max + 1) + "\""),
                wrong("a zero character", "\"ab\\u0000cdefgh\""),
                wrong("a bell", "\"ab\\u0007cdefgh\""),
                wrong("delete", "\"ab\\u007fcdefgh\""),
                wrong("a C1 control", "\"ab\\u009fcdefgh\"")));
        if (kind != Kind.LINES) {
            all.add(wrong("a line break", "\"ab\\ncdefgh\""));
        }
        all.add(brokenUtf8(""));
        return all;
    }

    private List<Spoiled> spoiledList() {
        return List.of(
                wrong("a text", "\"a\""),
                wrong("no element", "[]"),
                wrong("too many elements", elements(max + 1)),
                wrong("a number as element", "[7]"),
                wrong("null as element", "[null]"),
                wrong("an object as element", "[{\"$ne\":null}]"),
                wrong("a blank element", "[\" \"]"),
                wrong("a control character in an element", "[\"a\\u0000b\"]"),
                wrong("too long an element", "[\"" + "x".repeat(41) + "\"]"),
                brokenUtf8("["));
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
