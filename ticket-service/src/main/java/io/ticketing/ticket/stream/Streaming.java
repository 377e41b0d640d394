package io.ticketing.ticket.stream;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.Claims;
import io.ticketing.web.caller.Standings;
import io.ticketing.web.caller.TokenTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Serves those who listen, each in a thread of his own: first what he has missed, then what happens. It ends when his client goes or is too slow,
 * when he would not be let in again as the same, when his token runs out, and when the service stops.
 */
@ApplicationScoped
class Streaming {

    private static final Logger LOG = Logger.getLogger(Streaming.class);

    private final Subscriptions subscriptions;
    private final CatchingUp catchingUp;
    private final Standings standings;
    private final StreamConfig config;
    private final Clock clock;

    Streaming(
            Subscriptions subscriptions, CatchingUp catchingUp, Standings standings, StreamConfig config, Clock clock) {
        this.subscriptions = subscriptions;
        this.catchingUp = catchingUp;
        this.standings = standings;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Begins to serve; returns once the head of the answer is sent.
     *
     * @param known up to where the client was told before
     */
    void begin(Caller caller, Claims claims, Optional<Position> known, Line line) {
        Subscription subscription = subscriptions.begin(caller, known);
        try {
            line.whenEnded(subscription::stop);
            line.open(known.orElse(subscription.begin()));
        } catch (RuntimeException gone) {
            subscriptions.end(subscription);
            throw gone;
        }
        Client client = new Client(
                subscription,
                known,
                new StandingCheck(claims, caller, standings),
                caller.tokenExpiresAt().plus(TokenTimes.LEEWAY),
                line);
        Thread.ofVirtual().name("ticket-stream").start(() -> serve(client));
    }

    private void serve(Client client) {
        boolean isBroken = false;
        try {
            client.subscription().read();
            client.subscription().doubt();
            if (catchingUp.tell(client)) {
                tellWhatHappens(client);
            }
        } catch (InterruptedException | MongoInterruptedException over) {
            LOG.debug("a stream is over");
        } catch (BrokenLineException broken) {
            LOG.debug("a client is gone or does not listen");
            isBroken = true;
        } catch (MongoException away) {
            LOG.warnf("a stream ends: %s", away.getClass().getSimpleName());
        } finally {
            subscriptions.end(client.subscription());
            if (isBroken || client.subscription().isTooSlow()) {
                client.line().cut();
            } else {
                client.line().close();
            }
        }
    }

    private void tellWhatHappens(Client client) throws InterruptedException, BrokenLineException {
        while (true) {
            Duration left = Duration.between(clock.instant(), client.end());
            Optional<Signal> signal =
                    client.subscription().next(left.compareTo(config.heartbeat()) < 0 ? left : config.heartbeat());
            if (!client.mayGoOn(clock)) {
                return;
            }
            switch (signal.orElseGet(Signal.StandingChanged::new)) {
                case Signal.News news -> client.line().tell(news);
                case Signal.Lost(Position place) -> client.line().reset(place);
                case Signal.StandingChanged() -> client.line().beat(subscriptions.quietPosition(client.subscription()));
            }
        }
    }
}
