package io.ticketing.web.precondition;

import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version that a caller has seen and wants to change, as the header {@code If-Match} says it (RFC 9110, section 13.1.1). Tags are compared
 * strongly, so a weak one never matches.
 *
 * @param tags the entity tags, quotes and all; empty when any version will do
 */
public record IfMatch(List<String> tags) {

    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";
    private static final Pattern EACH = Pattern.compile(TAG);
    private static final Pattern LIST = Pattern.compile("[ \\t]*" + TAG + "(?:[ \\t]*,[ \\t]*" + TAG + ")*[ \\t]*");
    private static final IfMatch ANY = new IfMatch(List.of());

    public IfMatch {
        tags = List.copyOf(tags);
    }

    /**
     * What the header asks for; without a header, or with {@code *}, any version.
     *
     * @throws ProblemException 400 when it holds something else than tags
     */
    public static IfMatch of(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return ANY;
        }
        if (!LIST.matcher(header).matches()) {
            throw new ProblemException(Failure.invalid("If-Match", "must be an ETag in quotes, such as \"3\", or *"));
        }
        return new IfMatch(
                EACH.matcher(header).results().map(MatchResult::group).toList());
    }

    /**
     * Lets that version pass.
     *
     * @throws ProblemException 412 when it is not the one that the caller has seen
     */
    public void require(long version) {
        if (!tags.isEmpty() && !tags.contains(tag(version))) {
            throw new ProblemException(Failure.of(412));
        }
    }

    /** The strong entity tag of a version, quotes and all. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
