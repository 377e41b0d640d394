package io.ticketing.auth.session;

import com.mongodb.MongoException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.ticketing.auth.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Forgets ended tokens once they have run out by themselves, so that neither users nor the projections of them remember for ever who signed out
 * when. Every replica does so; of two at once one changes the user, and the other finds that there is nothing left to do.
 */
@ApplicationScoped
class ForgettingTokens {

    private static final Logger LOG = Logger.getLogger(ForgettingTokens.class);
    private static final int AT_ONCE = 500;

    private final Users users;
    private final Clock clock;

    ForgettingTokens(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP, identity = "forgetting-tokens")
    void forget() {
        Instant now = clock.instant();
        try {
            users.withTokensToForget(now, AT_ONCE)
                    .forEach(user -> users.replace(user.change().at(now), List.of()));
        } catch (MongoException away) {
            LOG.warnf("ended tokens are forgotten later: %s", away.getClass().getSimpleName());
        }
    }
}
