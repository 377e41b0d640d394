package io.ticketing.web.description;

import io.ticketing.web.input.Text;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;

/**
 * What {@link Text} asks for, in the words of a schema.
 *
 * @param min fewest characters
 * @param max most characters
 * @param multiline whether line breaks and tabs are fine
 * @param blank whether blank text is fine
 */
record TextRule(int min, int max, boolean multiline, boolean blank) {

    private static final String CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f";
    private static final String CONTROLS_BUT_LINE_BREAKS_AND_TABS =
            "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f";
    private static final String WHITE_SPACE =
            "\\s\\u00a0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff";

    static TextRule of(AnnotationInstance text) {
        return new TextRule(
                value(text, "min").map(AnnotationValue::asInt).orElse(1),
                text.value("max").asInt(),
                value(text, "multiline").map(AnnotationValue::asBoolean).orElse(false),
                value(text, "blank").map(AnnotationValue::asBoolean).orElse(false));
    }

    /** Lays the rule down; a text with a format of its own is described well enough by that. */
    void describe(Schema schema) {
        if (schema.getFormat() != null && !schema.getFormat().equals("password")) {
            return;
        }
        if (min > 0) {
            schema.setMinLength(min);
        }
        schema.setMaxLength(max);
        schema.setPattern(pattern());
    }

    String pattern() {
        String controls = multiline ? CONTROLS_BUT_LINE_BREAKS_AND_TABS : CONTROLS;
        String any = "[^" + controls + "]*";
        return blank ? "^" + any + "$" : "^" + any + "[^" + controls + WHITE_SPACE + "]" + any + "$";
    }

    private static Optional<AnnotationValue> value(AnnotationInstance text, String name) {
        return Optional.ofNullable(text.value(name));
    }
}
