package io.ticketing.auth.user;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change was refused, since something that must be nobody else's belongs to somebody. */
public final class TakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern INDEX = Pattern.compile(" index: (\\S+) dup key");

    private final String field;

    private TakenException(String field) {
        super(field + " is taken", null, false, false);
        this.field = field;
    }

    /** What is taken: {@code email}, {@code username} or {@code googleSub}. */
    public String field() {
        return field;
    }

    /**
     * What a failed write tells of it, if anything: an insertion and an update say so with different exceptions. The database's own words
     * quote the value, so that they are not kept.
     */
    static Optional<TakenException> told(MongoServerException failure) {
        return Optional.of(failure)
                .filter(any -> ErrorCategory.fromErrorCode(any.getCode()) == ErrorCategory.DUPLICATE_KEY)
                .map(duplicate -> INDEX.matcher(duplicate.getMessage()))
                .filter(Matcher::find)
                .map(index -> new TakenException(index.group(1).equals("usernameKey") ? "username" : index.group(1)));
    }
}
