package io.ticketing.auth.user;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which of a user's tokens were ended before their time.
 *
 * @param notBefore tokens issued at an earlier version of the user are refused
 * @param ended tokens ended one by one
 */
public record TokenLimits(long notBefore, List<EndedToken> ended) {

    public TokenLimits {
        ended = List.copyOf(ended);
    }

    /** No token was ended. */
    public static TokenLimits none() {
        return new TokenLimits(0, List.of());
    }

    /** The same, without the tokens that have run out by themselves. */
    public TokenLimits at(Instant now) {
        return new TokenLimits(
                notBefore,
                ended.stream().filter(token -> token.expiresAt().isAfter(now)).toList());
    }

    /** The same, with one more token ended. */
    public TokenLimits and(EndedToken token) {
        return new TokenLimits(
                notBefore,
                Stream.concat(ended.stream(), Stream.of(token)).distinct().toList());
    }

    /** All tokens that were issued before that version are ended. */
    public static TokenLimits before(long version) {
        return new TokenLimits(version, List.of());
    }
}
