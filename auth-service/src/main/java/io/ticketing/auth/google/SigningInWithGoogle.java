package io.ticketing.auth.google;

import io.ticketing.auth.account.EmailAddress;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.firstadmin.FirstAdmin;
import io.ticketing.auth.throttle.SignInThrottle;
import io.ticketing.auth.user.Credentials;
import io.ticketing.auth.user.Onboarding;
import io.ticketing.auth.user.Profile;
import io.ticketing.auth.user.TakenException;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.UserChange;
import io.ticketing.auth.user.UsernameIdea;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Role;
import io.ticketing.events.UserSignedUp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.types.ObjectId;

/**
 * Finds the account of somebody whom Google knows, or makes one. Google's name for him decides; an address counts once, when there is no
 * account by that name yet, and only if Google knows that it is his.
 */
@ApplicationScoped
class SigningInWithGoogle {

    private static final int ATTEMPTS = 20;

    private final Users users;
    private final FirstAdmin firstAdmin;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final Clock clock;

    SigningInWithGoogle(Users users, FirstAdmin firstAdmin, SignInThrottle throttle, AuditLog audit, Clock clock) {
        this.users = users;
        this.firstAdmin = firstAdmin;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /** Starts over when what it had found was changed by somebody else meanwhile, as by the same person's other window. */
    GoogleSignIn signIn(GoogleIdentity person) {
        Optional<EmailAddress> proven = Optional.ofNullable(person.email())
                .filter(told -> person.emailVerified())
                .flatMap(EmailAddress::typed);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<GoogleSignIn> outcome = attempt(person, proven, attempt > 0);
            if (outcome.isPresent()) {
                return remembered(outcome.get());
            }
        }
        throw new IllegalStateException("changed by others again and again");
    }

    /** The place where he came in is one of his, by whichever way he comes next. */
    private GoogleSignIn remembered(GoogleSignIn outcome) {
        if (outcome instanceof GoogleSignIn.SignedIn(User user)) {
            throttle.trust(user.id());
        }
        return outcome;
    }

    private Optional<GoogleSignIn> attempt(GoogleIdentity person, Optional<EmailAddress> proven, boolean again) {
        boolean adminIsDue =
                proven.filter(email -> firstAdmin.isDue(email.value())).isPresent();
        Optional<User> known = users.findByGoogleSub(person.sub());
        if (known.isPresent()) {
            return letIn(known.get(), adminIsDue);
        }
        if (proven.isEmpty()) {
            return Optional.of(new GoogleSignIn.Unproven());
        }
        String email = proven.get().value();
        return users.findByEmail(email)
                .map(owner -> link(owner, person.sub(), adminIsDue))
                .orElseGet(() -> register(person, email, again, adminIsDue));
    }

    private Optional<GoogleSignIn> letIn(User user, boolean adminIsDue) {
        if (!user.isActive()) {
            return Optional.of(new GoogleSignIn.Inactive());
        }
        if (adminIsDue) {
            return changed(user, user.change(), List.of(), true);
        }
        audit.add(done(AuditedAction.SIGNED_IN, user.id()));
        return Optional.of(new GoogleSignIn.SignedIn(user));
    }

    /**
     * Whoever registered an address that is not his own would stay in: his password and his tokens end. Where the account is linked to him
     * already, another window of his was faster, and he is found by Google's name now.
     */
    private Optional<GoogleSignIn> link(User owner, String sub, boolean adminIsDue) {
        if (!owner.isActive()) {
            return Optional.of(new GoogleSignIn.Inactive());
        }
        String linkedTo = owner.credentials().googleSub();
        if (sub.equals(linkedTo)) {
            return Optional.empty();
        }
        if (linkedTo != null) {
            return Optional.of(new GoogleSignIn.LinkedToAnother());
        }
        AuditEntry linked = done(AuditedAction.GOOGLE_LINKED, owner.id());
        UserChange change = owner.change().googleSub(sub);
        return owner.credentials().emailProven()
                ? changed(owner, change, List.of(linked), adminIsDue)
                : changed(
                        owner,
                        change.passwordHash(null).emailProven().endAllTokens(),
                        List.of(linked, done(AuditedAction.EMAIL_PROVEN, owner.id())),
                        adminIsDue);
    }

    private Optional<GoogleSignIn> changed(User before, UserChange change, List<AuditEntry> why, boolean adminIsDue) {
        List<AuditEntry> recorded = new ArrayList<>(why);
        Instant now = now();
        if (adminIsDue) {
            change.role(Role.ADMIN)
                    .requestedRole(null)
                    .onboarding(Objects.requireNonNullElseGet(before.onboarding(), () -> Onboarding.unasked(now)));
            recorded.add(audit.done(AuditedAction.ROLE_CHANGED, null, before.id())
                    .with("from", before.role().wireName())
                    .with("to", Role.ADMIN.wireName()));
        }
        recorded.add(done(AuditedAction.SIGNED_IN, before.id()));
        User after = change.at(now);
        try {
            return users.replace(after, recorded) ? Optional.of(new GoogleSignIn.SignedIn(after)) : Optional.empty();
        } catch (TakenException linkedMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<GoogleSignIn> register(GoogleIdentity person, String email, boolean again, boolean adminIsDue) {
        String idea = UsernameIdea.of(person.name(), email);
        Instant now = now();
        User newcomer = User.registered(
                new ObjectId().toHexString(),
                email,
                new Profile(again ? UsernameIdea.another(idea) : idea, List.of(), null, null),
                Credentials.google(person.sub()),
                now);
        User user = adminIsDue ? newcomer.as(Role.ADMIN, Onboarding.unasked(now)) : newcomer;
        AuditEntry registered = done(AuditedAction.REGISTERED, user.id());
        boolean added = users.add(
                user,
                List.of(
                        adminIsDue ? registered.with("role", Role.ADMIN.wireName()) : registered,
                        done(AuditedAction.SIGNED_IN, user.id())),
                new UserSignedUp(user.id(), user.username(), email, null));
        return added ? Optional.of(new GoogleSignIn.SignedIn(user)) : Optional.empty();
    }

    private AuditEntry done(AuditedAction action, String userId) {
        return audit.done(action, userId, userId).with("with", "google");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
