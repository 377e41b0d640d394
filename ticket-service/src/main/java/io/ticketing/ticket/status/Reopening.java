package io.ticketing.ticket.status;

import io.ticketing.events.Actor;
import io.ticketing.events.TicketStatus;
import io.ticketing.standing.Hindrance;
import io.ticketing.standing.KnownUsers;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketChange;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.ticket.release.ReleasingTickets;
import io.ticketing.ticket.release.WhyReleased;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Takes up again what was over. Whoever had the ticket has it again, unless he cannot work any more: then it waits for somebody else. */
@ApplicationScoped
public class Reopening {

    private final KnownUsers users;
    private final ReleasingTickets releasing;
    private final Clock clock;

    Reopening(KnownUsers users, ReleasingTickets releasing, Clock clock) {
        this.users = users;
        this.releasing = releasing;
        this.clock = clock;
    }

    /** The same change, and then that somebody reopens the ticket. */
    public TicketChange reopen(TicketChange change, Actor by) {
        TicketChange reopened = change.then(by, null, edit -> edit.status(TicketStatus.IN_PROGRESS));
        return Optional.ofNullable(reopened.after().assignedTo())
                .flatMap(users::hindrance)
                .map(hindrance -> freed(reopened, hindrance))
                .orElse(reopened);
    }

    /** To be called once that is written: should the assignee have been lost at that very moment, his open tickets were released before. */
    public void settle(Ticket reopened) {
        if (reopened.assignedTo() != null) {
            releasing.releaseIfHindered(reopened.assignedTo());
        }
    }

    private TicketChange freed(TicketChange reopened, Hindrance hindrance) {
        String why = WhyReleased.of(hindrance);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return reopened.then(Actor.rule(), why, edit -> edit.assignedTo(null)
                .setByNobody(TicketField.ASSIGNED_TO)
                .triage(reopened.after().triage().pendingAgain(why, now)));
    }
}
