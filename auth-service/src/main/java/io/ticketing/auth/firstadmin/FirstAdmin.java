package io.ticketing.auth.firstadmin;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.auth.account.EmailAddress;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.config.AuthConfig;
import io.ticketing.auth.password.PasswordHashing;
import io.ticketing.auth.password.PasswordRule;
import io.ticketing.auth.user.Credentials;
import io.ticketing.auth.user.Onboarding;
import io.ticketing.auth.user.Profile;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.UserChange;
import io.ticketing.auth.user.UsernameIdea;
import io.ticketing.auth.user.Users;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;

/**
 * Makes somebody an admin as long as nobody is: at start, from {@code ADMIN_EMAIL} and {@code ADMIN_PASSWORD}; with the address alone,
 * whoever Google says has it. Registering under that address gives nothing, not even a foot in the door: an account that did not prove it
 * loses its password and its tokens.
 */
@ApplicationScoped
@Startup(10)
public class FirstAdmin {

    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);

    private final FirstAdminSetting setting;
    private final Users users;
    private final PasswordHashing hashing;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    FirstAdmin(
            AuthConfig config, PasswordRule rule, Users users, PasswordHashing hashing, AuditLog audit, Clock clock) {
        this(FirstAdminSetting.parse(config.adminEmail(), config.adminPassword(), rule), users, hashing, audit, clock);
    }

    FirstAdmin(FirstAdminSetting setting, Users users, PasswordHashing hashing, AuditLog audit, Clock clock) {
        this.setting = setting;
        this.users = users;
        this.hashing = hashing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whether the owner of that address is to become an admin now: nobody is, and the operator named it.
     *
     * @param provenEmail lower-cased, and known to belong to whoever is coming in
     */
    public boolean isDue(String provenEmail) {
        return setting.email()
                        .filter(email -> email.value().equals(provenEmail))
                        .isPresent()
                && !users.haveActiveAdmin();
    }

    /** Once the collections have their indexes, which let only one replica add the account. */
    void make(@Observes @Priority(75) StartupEvent event) {
        if (setting.password().isPresent() && !users.haveActiveAdmin()) {
            make(setting.email().orElseThrow(), hashing.hash(setting.password().get()));
        }
    }

    private void make(EmailAddress email, String hash) {
        String username = UsernameIdea.of(null, email.value());
        while (!users.haveActiveAdmin()) {
            Optional<User> known = users.findByEmail(email.value());
            if (known.isPresent()) {
                promote(known.get(), hash);
            } else {
                add(email, username, hash);
                username = UsernameIdea.another(username);
            }
        }
        LOG.info("there is a first admin");
    }

    private void add(EmailAddress email, String username, String hash) {
        Instant now = now();
        User admin = User.registered(
                        new ObjectId().toHexString(),
                        email.value(),
                        new Profile(username, List.of(), null, null),
                        new Credentials(hash, null, true, null, null),
                        now)
                .as(Role.ADMIN, Onboarding.unasked(now));
        users.add(
                admin,
                List.of(audit.done(AuditedAction.REGISTERED, null, admin.id()).with("role", Role.ADMIN.wireName())));
    }

    private void promote(User known, String hash) {
        Instant now = now();
        User admin = letIn(known, hash)
                .role(Role.ADMIN)
                .status(AccountStatus.ACTIVE)
                .requestedRole(null)
                .onboarding(Objects.requireNonNullElseGet(known.onboarding(), () -> Onboarding.unasked(now)))
                .at(now);
        users.replace(admin, List.of(recorded(known)));
    }

    /** Whoever proved the address keeps the password that he has. */
    private static UserChange letIn(User known, String hash) {
        Credentials credentials = known.credentials();
        if (!credentials.emailProven()) {
            return known.change().handedOver(hash);
        }
        return credentials.passwordHash() == null ? known.change().passwordHash(hash) : known.change();
    }

    private AuditEntry recorded(User known) {
        return audit.done(AuditedAction.ROLE_CHANGED, null, known.id())
                .with("from", known.role().wireName())
                .with("to", Role.ADMIN.wireName());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
