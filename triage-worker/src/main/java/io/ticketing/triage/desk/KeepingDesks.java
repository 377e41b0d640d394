package io.ticketing.triage.desk;

import io.ticketing.events.Fact;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketDeleted;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.events.TicketUnassigned;
import io.ticketing.standing.GoneUser;
import io.ticketing.standing.KnownUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/**
 * Keeps the desks as the tickets' facts say: a ticket lies on its assignee's desk as long as it is open. After every fact, a repeated one
 * too, the desks are brought in line with the case, so a crash between the two writes heals when the fact comes again.
 */
@ApplicationScoped
public class KeepingDesks {

    private final TicketCases cases;
    private final Desks desks;
    private final KnownUsers users;
    private final Event<TicketSettled> settled;
    private final Event<PlaceFreed> freed;

    KeepingDesks(
            TicketCases cases, Desks desks, KnownUsers users, Event<TicketSettled> settled, Event<PlaceFreed> freed) {
        this.cases = cases;
        this.desks = desks;
        this.users = users;
        this.settled = settled;
        this.freed = freed;
    }

    /** A person or the machine assigned the ticket. */
    public void assigned(Fact fact, TicketAssigned assigned) {
        align(cases.enter(fact, assigned));
    }

    /** Nobody has the ticket any more; a place that was taken for it at another desk meanwhile is left alone. */
    public void unassigned(Fact fact, TicketUnassigned unassigned) {
        CaseDocument ticket = cases.enter(fact, unassigned);
        if (ticket.assigneeId() != null) {
            align(ticket);
        } else if (desks.takeBack(unassigned.assigneeId(), ticket.ticketId())) {
            freed.fire(new PlaceFreed());
        }
    }

    void userGone(@Observes GoneUser user) {
        desks.remove(user.id());
    }

    /** The ticket moved. */
    public void moved(Fact fact, TicketStatusChanged changed) {
        align(cases.enter(fact, changed));
    }

    /** The ticket is gone, and lies nowhere any more. */
    public void deleted(TicketDeleted deleted) {
        cases.close(deleted);
        if (desks.clear(deleted.ticketId())) {
            freed.fire(new PlaceFreed());
        }
    }

    private void align(CaseDocument ticket) {
        if (!ticket.isOpen()) {
            tell(ticket, desks.clear(ticket.ticketId()));
        } else if (ticket.assigneeId() != null) {
            tell(ticket, desks.move(ticket.assigneeId(), ticket.ticketId()));
            removeIfGone(ticket.assigneeId());
        }
    }

    /** His desk may have been removed before this ticket made it anew. */
    private void removeIfGone(String userId) {
        if (users.isGone(userId)) {
            desks.remove(userId);
        }
    }

    private void tell(CaseDocument ticket, boolean placeFreed) {
        settled.fire(new TicketSettled(ticket.ticketId()));
        if (placeFreed) {
            freed.fire(new PlaceFreed());
        }
    }
}
