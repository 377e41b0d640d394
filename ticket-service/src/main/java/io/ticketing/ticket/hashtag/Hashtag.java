package io.ticketing.ticket.hashtag;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How hashtags are written: lower-case ASCII, at most 30 characters, without the {@code #} that people put in front. */
@Schema(name = "Hashtag", type = SchemaType.STRING, pattern = "^" + Hashtag.FORM + "$", examples = "network")
public final class Hashtag {

    /** How people may type one, as a regular expression. */
    public static final String FORM = "#?([A-Za-z0-9][A-Za-z0-9_-]{0,29})";

    private static final Pattern TYPED = Pattern.compile(FORM);

    private Hashtag() {}

    /** The normal form, or empty when the text cannot be a hashtag. */
    public static Optional<String> normalised(String typed) {
        return Optional.of(TYPED.matcher(typed))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT));
    }

    /** The normal forms in their order; what cannot be a hashtag is left out. */
    public static List<String> normalised(List<String> typed) {
        return typed.stream().flatMap(tag -> normalised(tag).stream()).toList();
    }
}
