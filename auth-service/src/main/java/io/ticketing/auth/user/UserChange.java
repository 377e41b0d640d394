package io.ticketing.auth.user;

import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a user while it is being put together. */
public final class UserChange {

    private final User before;
    private String email;
    private Profile profile;
    private Credentials credentials;
    private Role role;
    private AccountStatus status;
    private @Nullable Onboarding onboarding;
    private @Nullable Role requestedRole;
    private Workload workload;
    private TokenLimits tokens;

    UserChange(User before) {
        this.before = before;
        this.email = before.email();
        this.profile = before.profile();
        this.credentials = before.credentials();
        this.role = before.role();
        this.status = before.status();
        this.onboarding = before.onboarding();
        this.requestedRole = before.requestedRole();
        this.workload = before.workload();
        this.tokens = before.tokens();
    }

    /** The address becomes this one, which nobody has proven yet; the link goes there, and links mailed to the old one end. */
    public UserChange email(String newEmail, PendingLink proof) {
        this.email = newEmail;
        this.credentials = new Credentials(credentials.passwordHash(), credentials.googleSub(), false, proof, null);
        return this;
    }

    public UserChange profile(Profile newProfile) {
        this.profile = newProfile;
        return this;
    }

    public UserChange skills(List<String> skills) {
        return profile(new Profile(profile.username(), skills, profile.location(), profile.bio()));
    }

    /** The address is known to be his. */
    public UserChange emailProven() {
        this.credentials = new Credentials(
                credentials.passwordHash(), credentials.googleSub(), true, null, credentials.passwordReset());
        return this;
    }

    /** Another hash of a password; null for none. A link that lets set one ends. */
    public UserChange passwordHash(@Nullable String hash) {
        this.credentials = new Credentials(
                hash, credentials.googleSub(), credentials.emailProven(), credentials.emailProof(), null);
        return this;
    }

    /** The address is known to be his, and this is the only way in from now on: of whatever let somebody in before nothing is left. */
    public UserChange handedOver(String passwordHash) {
        this.credentials = new Credentials(passwordHash, null, true, null, null);
        return endAllTokens();
    }

    /** A stronger hash of the same password. */
    public UserChange rehashed(String hash) {
        this.credentials = new Credentials(
                hash,
                credentials.googleSub(),
                credentials.emailProven(),
                credentials.emailProof(),
                credentials.passwordReset());
        return this;
    }

    /** From now on whoever Google calls so is this user. */
    public UserChange googleSub(String sub) {
        this.credentials = new Credentials(
                credentials.passwordHash(),
                sub,
                credentials.emailProven(),
                credentials.emailProof(),
                credentials.passwordReset());
        return this;
    }

    /** A link that lets set a new password is out; one that was out before ends. */
    public UserChange passwordReset(PendingLink link) {
        this.credentials = new Credentials(
                credentials.passwordHash(),
                credentials.googleSub(),
                credentials.emailProven(),
                credentials.emailProof(),
                link);
        return this;
    }

    public UserChange role(Role newRole) {
        this.role = newRole;
        return this;
    }

    public UserChange status(AccountStatus newStatus) {
        this.status = newStatus;
        return this;
    }

    public UserChange onboarding(Onboarding done) {
        this.onboarding = done;
        return this;
    }

    public UserChange requestedRole(@Nullable Role requested) {
        this.requestedRole = requested;
        return this;
    }

    public UserChange workload(Workload newWorkload) {
        this.workload = newWorkload;
        return this;
    }

    /** Ends one token. */
    public UserChange endToken(EndedToken token) {
        this.tokens = tokens.and(token);
        return this;
    }

    /** Ends every token that was issued before this change. */
    public UserChange endAllTokens() {
        this.tokens = TokenLimits.before(before.version() + 1);
        return this;
    }

    /** The user as he is after the change. */
    public User at(Instant time) {
        Instant now = time.truncatedTo(ChronoUnit.MILLIS);
        return new User(
                before.id(),
                before.version() + 1,
                email,
                profile,
                credentials,
                role,
                status,
                onboarding,
                requestedRole,
                workload,
                tokens.at(now),
                before.createdAt(),
                now);
    }
}
