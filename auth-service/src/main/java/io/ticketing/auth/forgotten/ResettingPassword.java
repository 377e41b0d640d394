package io.ticketing.auth.forgotten;

import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.password.PasswordHashing;
import io.ticketing.auth.password.PasswordRule;
import io.ticketing.auth.throttle.SignInThrottle;
import io.ticketing.auth.user.PendingLink;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.web.link.LinkTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Sets a new password by a mailed link, once. Whoever has the link reads the mail of that address, so the address is his, and he may sign in
 * from where he is now however many others have tried.
 */
@ApplicationScoped
class ResettingPassword {

    private final Users users;
    private final PasswordRule rule;
    private final PasswordHashing hashing;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final Clock clock;

    ResettingPassword(
            Users users,
            PasswordRule rule,
            PasswordHashing hashing,
            SignInThrottle throttle,
            AuditLog audit,
            Clock clock) {
        this.users = users;
        this.rule = rule;
        this.hashing = hashing;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    Reset reset(String token, String password) {
        String tokenHash = LinkTokens.hash(token);
        return mailed(tokenHash)
                .map(user -> rule.fault(password, user.username(), user.email())
                        .<Reset>map(Reset.WeakPassword::new)
                        .orElseGet(() -> set(tokenHash, hashing.hash(password))))
                .orElseGet(Reset.BadLink::new);
    }

    private Reset set(String tokenHash, String passwordHash) {
        Optional<User> user = mailed(tokenHash);
        while (user.isPresent()) {
            User reset = user.get()
                    .change()
                    .passwordHash(passwordHash)
                    .emailProven()
                    .endAllTokens()
                    .at(clock.instant());
            if (users.replace(reset, List.of(audit.done(AuditedAction.PASSWORD_RESET, reset.id(), reset.id())))) {
                throttle.trust(reset.id());
                return new Reset.Done();
            }
            user = mailed(tokenHash);
        }
        return new Reset.BadLink();
    }

    private Optional<User> mailed(String tokenHash) {
        return users.findByPasswordReset(tokenHash).filter(User::isActive).filter(user -> {
            PendingLink link = user.credentials().passwordReset();
            return link != null && link.isGoodAt(clock.instant());
        });
    }
}
