package io.ticketing.auth.account;

import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.link.MailedLinks;
import io.ticketing.auth.link.NewLink;
import io.ticketing.auth.password.PasswordHashing;
import io.ticketing.auth.password.PasswordRule;
import io.ticketing.auth.throttle.RequestThrottle;
import io.ticketing.auth.throttle.SignInThrottle;
import io.ticketing.auth.user.Credentials;
import io.ticketing.auth.user.Profile;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.UserSignedUp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.types.ObjectId;

/** Makes an account, which knows the place where it was made. Of those who want the same name or address at once, exactly one gets it. */
@ApplicationScoped
class Registering {

    private final Users users;
    private final PasswordRule rule;
    private final PasswordHashing hashing;
    private final RequestThrottle throttle;
    private final SignInThrottle signIns;
    private final MailedLinks links;
    private final AuditLog audit;
    private final Clock clock;

    Registering(
            Users users,
            PasswordRule rule,
            PasswordHashing hashing,
            RequestThrottle throttle,
            SignInThrottle signIns,
            MailedLinks links,
            AuditLog audit,
            Clock clock) {
        this.users = users;
        this.rule = rule;
        this.hashing = hashing;
        this.throttle = throttle;
        this.signIns = signIns;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    Registration register(String username, EmailAddress email, String password, List<String> skills) {
        return rule.fault(password, username, email.value())
                .<Registration>map(Registration.WeakPassword::new)
                .or(() -> throttle.registration().map(Registration.Throttled::new))
                .orElseGet(() -> make(username, email, password, skills));
    }

    private Registration make(String username, EmailAddress email, String password, List<String> skills) {
        if (isTaken(email)) {
            return new Registration.EmailTaken();
        }
        NewLink proof = links.toProve();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        User user = User.registered(
                new ObjectId().toHexString(),
                email.value(),
                new Profile(username, skills, null, null),
                Credentials.password(hashing.hash(password), proof.kept()),
                now);
        if (users.add(
                user,
                List.of(audit.done(AuditedAction.REGISTERED, user.id(), user.id())),
                new UserSignedUp(user.id(), user.username(), user.email(), proof.told()))) {
            signIns.trust(user.id());
            return new Registration.Registered(user);
        }
        return isTaken(email) ? new Registration.EmailTaken() : new Registration.UsernameTaken();
    }

    private boolean isTaken(EmailAddress email) {
        return users.findByEmail(email.value()).isPresent();
    }
}
