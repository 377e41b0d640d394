package io.ticketing.auth.account;

import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.password.PasswordHashing;
import io.ticketing.auth.throttle.SignInThrottle;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Checks address and password. Unknown addresses cost as much time as wrong passwords, and are counted like them. */
@ApplicationScoped
class SigningIn {

    private final Users users;
    private final PasswordHashing hashing;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final Clock clock;

    SigningIn(Users users, PasswordHashing hashing, SignInThrottle throttle, AuditLog audit, Clock clock) {
        this.users = users;
        this.hashing = hashing;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    SignIn signIn(EmailAddress email, String password) {
        Optional<User> user = users.findByEmail(email.value());
        Optional<String> hash = user.map(known -> known.credentials().passwordHash());
        return hashing.matches(password, hash)
                ? right(user.orElseThrow(), hash.orElseThrow(), password)
                : throttle.wrong(email.value(), user.map(User::id).orElse(null))
                        .<SignIn>map(SignIn.Throttled::new)
                        .orElseGet(SignIn.Refused::new);
    }

    private SignIn right(User user, String hash, String password) {
        return throttle.right(user.email(), user.id())
                .<SignIn>map(SignIn.Throttled::new)
                .orElseGet(() ->
                        user.isActive() ? new SignIn.SignedIn(letIn(user, hash, password)) : new SignIn.Inactive());
    }

    /**
     * Only now is the password at hand that a stronger hash is made from; when somebody changes the user meanwhile, or too many others wait, it
     * is made the next time.
     */
    private User letIn(User user, String hash, String password) {
        AuditEntry entry = audit.done(AuditedAction.SIGNED_IN, user.id(), user.id());
        Optional<User> renewed = hashing.stronger(hash, password)
                .map(stronger -> user.change().rehashed(stronger).at(clock.instant()));
        if (renewed.isPresent() && users.replace(renewed.get(), List.of(entry))) {
            return renewed.get();
        }
        audit.add(entry);
        return user;
    }
}
