package io.ticketing.auth.throttle;

import io.ticketing.web.caller.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Bounds what anybody may ask for without being signed in. Each question counts; the answer says how long to wait if there were too many. */
@ApplicationScoped
public class RequestThrottle {

    private final Allowances allowances;
    private final Tallies tallies;
    private final ClientAddress client;
    private final Clock clock;

    RequestThrottle(Allowances allowances, Tallies tallies, ClientAddress client, Clock clock) {
        this.allowances = allowances;
        this.tallies = tallies;
        this.client = client;
        this.clock = clock;
    }

    /** Somebody wants to register. */
    public Optional<Duration> registration() {
        return count(allowances.registration(), here());
    }

    /** Somebody forgot the password of that account, if there is such an account. */
    public Optional<Duration> forgottenPassword(String email) {
        return count(allowances.forgottenPasswordAddress(), here())
                .or(() -> count(allowances.forgottenPassword(), email));
    }

    /** Somebody uses a link that was mailed to him. */
    public Optional<Duration> mailedLink() {
        return count(allowances.mailedLink(), here());
    }

    private Optional<Duration> count(Allowance allowance, String whom) {
        Tally tally = tallies.count(allowance, whom);
        return allowance.isExceededBy(tally.count()) ? Optional.of(tally.rest(clock.instant())) : Optional.empty();
    }

    private String here() {
        return Network.of(client.current().orElse("")).value();
    }
}
