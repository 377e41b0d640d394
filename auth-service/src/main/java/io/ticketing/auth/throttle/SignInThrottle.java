package io.ticketing.auth.throttle;

import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many passwords somebody may try from one address, for one account and for all together. It is asked when the password has been
 * checked, so that a burst cannot slip through, and counts unknown accounts like known ones. Whoever brings the right password from where
 * that account has come in before is let in whatever others do; from elsewhere the right one is refused like a wrong one while there were
 * too many.
 */
@ApplicationScoped
public class SignInThrottle {

    private final Allowances allowances;
    private final Tallies tallies;
    private final KnownNetworks known;
    private final CurrentNetwork current;
    private final AuditLog audit;
    private final Clock clock;

    SignInThrottle(
            Allowances allowances,
            Tallies tallies,
            KnownNetworks known,
            CurrentNetwork current,
            AuditLog audit,
            Clock clock) {
        this.allowances = allowances;
        this.tallies = tallies;
        this.known = known;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The password was wrong.
     *
     * @param userId whose account it is; null when it is nobody's
     * @return how long to wait, when there were too many; empty when the caller may be told that it was wrong
     */
    public Optional<Duration> wrong(String email, @Nullable String userId) {
        return count(email, userId, current.get());
    }

    /**
     * The password was right.
     *
     * @return how long to wait, when there were too many; empty when the caller may come in
     */
    public Optional<Duration> right(String email, String userId) {
        Network here = current.get();
        if (known.contains(userId, here)) {
            tallies.clear(allowances.signIn(), email, here.value());
            known.remember(userId, here);
            return Optional.empty();
        }
        Optional<Duration> wait = count(email, userId, here);
        if (wait.isEmpty()) {
            tallies.takeBack(allowances.signInAddress(), here.value());
            tallies.clear(allowances.signIn(), email, here.value());
            known.remember(userId, here);
        }
        return wait;
    }

    /** He who calls has proven otherwise that the account is his, or made it: from here its right password is let in from now on. */
    public void trust(String userId) {
        known.remember(userId, current.get());
    }

    /** The address first: beyond its own allowance it makes no more tallies. */
    private Optional<Duration> count(String email, @Nullable String userId, Network here) {
        return count("address", userId, allowances.signInAddress(), here.value())
                .or(() -> count("account", userId, allowances.signIn(), email, here.value()));
    }

    private Optional<Duration> count(String limit, @Nullable String userId, Allowance allowance, String... whom) {
        Tally tally = tallies.count(allowance, whom);
        if (allowance.isCrossedBy(tally.count())) {
            audit.add(
                    audit.refused(AuditedAction.SIGN_IN_THROTTLED, null, userId).with("limit", limit));
        }
        return allowance.isExceededBy(tally.count()) ? Optional.of(tally.rest(clock.instant())) : Optional.empty();
    }
}
