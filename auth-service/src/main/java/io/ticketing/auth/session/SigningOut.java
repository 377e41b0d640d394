package io.ticketing.auth.session;

import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.user.EndedToken;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.UserChange;
import io.ticketing.auth.user.Users;
import io.ticketing.web.caller.TokenTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends a token before its time, everywhere. */
@ApplicationScoped
class SigningOut {

    /** How many tokens of one user are ended one by one; beyond that all of his end, so that no user's state grows without bounds. */
    static final int MOST_ENDED_SINGLY = 100;

    private final Users users;
    private final AuditLog audit;
    private final Clock clock;

    SigningOut(Users users, AuditLog audit, Clock clock) {
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Ends that token; one that ended already, or whose user is gone, changes nothing. Starts over when the user was changed meanwhile. It is
     * kept for twice the leeway: whoever follows our users accepts a token for one leeway, by a clock that may be another behind ours.
     *
     * @param expiresAt the token's {@code exp}
     */
    void end(String userId, String tokenId, Instant expiresAt) {
        EndedToken token = new EndedToken(tokenId, expiresAt.plus(TokenTimes.LEEWAY.multipliedBy(2)));
        Optional<User> user = users.find(userId);
        while (user.isPresent() && !user.get().tokens().ended().contains(token)) {
            if (users.replace(
                    without(user.get(), token), List.of(audit.done(AuditedAction.SIGNED_OUT, userId, userId)))) {
                return;
            }
            user = users.find(userId);
        }
    }

    private User without(User user, EndedToken token) {
        Instant now = clock.instant();
        UserChange change = user.change();
        return (user.tokens().at(now).ended().size() < MOST_ENDED_SINGLY
                        ? change.endToken(token)
                        : change.endAllTokens())
                .at(now);
    }
}
