package io.ticketing.auth.throttle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Bounds what anybody may ask for although it costs much or tells something. Each question counts; the answer says how long to wait if there were too many. */
@ApplicationScoped
public class RequestThrottle {

    private final Allowances allowances;
    private final Tallies tallies;
    private final CurrentNetwork here;
    private final Clock clock;

    RequestThrottle(Allowances allowances, Tallies tallies, CurrentNetwork here, Clock clock) {
        this.allowances = allowances;
        this.tallies = tallies;
        this.here = here;
        this.clock = clock;
    }

    /** Somebody wants to register. */
    public Optional<Duration> registration() {
        return count(allowances.registration(), here.get().value());
    }

    /** Somebody forgot the password of that account, if there is such an account. */
    public Optional<Duration> forgottenPassword(String email) {
        return count(allowances.forgottenPasswordAddress(), here.get().value())
                .or(() -> count(allowances.forgottenPassword(), email));
    }

    /** A user wants another name; the answer tells whether somebody has it. His own bound comes first, so that he does not use up the others'. */
    public Optional<Duration> renaming(String userId) {
        return count(allowances.renaming(), userId)
                .or(() -> count(allowances.renamingAddress(), here.get().value()));
    }

    /** Somebody uses a link that was mailed to him. */
    public Optional<Duration> mailedLink() {
        return count(allowances.mailedLink(), here.get().value());
    }

    private Optional<Duration> count(Allowance allowance, String whom) {
        Tally tally = tallies.count(allowance, whom);
        return allowance.isExceededBy(tally.count()) ? Optional.of(tally.rest(clock.instant())) : Optional.empty();
    }
}
