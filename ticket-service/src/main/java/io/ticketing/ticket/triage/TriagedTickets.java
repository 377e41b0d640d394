package io.ticketing.ticket.triage;

import io.ticketing.events.Fact;
import io.ticketing.events.TriageCompleted;
import io.ticketing.standing.KnownUsers;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.release.ReleasingTickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has tickets follow what triage tells of them. */
@ApplicationScoped
class TriagedTickets {

    private static final Logger LOG = Logger.getLogger(TriagedTickets.class);

    private final ChangingTickets tickets;
    private final KnownUsers users;
    private final ReleasingTickets releasing;
    private final Clock clock;

    TriagedTickets(ChangingTickets tickets, KnownUsers users, ReleasingTickets releasing, Clock clock) {
        this.tickets = tickets;
        this.users = users;
        this.releasing = releasing;
        this.clock = clock;
    }

    /** Applies news to its ticket, once. */
    void apply(String ticketId, Fact news) {
        Optional<Ticket> ticket = tickets.changeOnce(
                ticketId,
                news.id(),
                found -> ApplyingTriage.apply(
                        found, news.data(), users::hindrance, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        if (ticket.isEmpty()) {
            LOG.debugf("%s for a ticket that is unknown here", news.type());
        }
        if (news.data() instanceof TriageCompleted completed) {
            // His tickets may have been released after it was asked whether he can work, and before he got this one.
            releasing.releaseIfHindered(completed.assigneeId());
        }
    }
}
