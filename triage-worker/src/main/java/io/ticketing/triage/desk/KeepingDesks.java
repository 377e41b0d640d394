package io.ticketing.triage.desk;

import io.ticketing.events.Fact;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketStatusChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Keeps the desks as the tickets' facts say: a ticket lies on its assignee's desk as long as it is open. After every fact, a repeated one
 * too, the desks are brought in line with the case, so a crash between the two writes heals when the fact comes again.
 */
@ApplicationScoped
public class KeepingDesks {

    private final TicketCases cases;
    private final Desks desks;
    private final Event<TicketSettled> settled;
    private final Event<PlaceFreed> freed;

    KeepingDesks(TicketCases cases, Desks desks, Event<TicketSettled> settled, Event<PlaceFreed> freed) {
        this.cases = cases;
        this.desks = desks;
        this.settled = settled;
        this.freed = freed;
    }

    /** A person or the machine assigned the ticket. */
    public void assigned(Fact fact, TicketAssigned assigned) {
        align(cases.enter(fact, assigned));
    }

    /** The ticket moved. */
    public void moved(Fact fact, TicketStatusChanged changed) {
        align(cases.enter(fact, changed));
    }

    private void align(CaseDocument ticket) {
        if (!ticket.isOpen()) {
            tell(ticket, desks.clear(ticket.ticketId()));
        } else if (ticket.assigneeId() != null) {
            tell(ticket, desks.move(ticket.assigneeId(), ticket.ticketId()));
        }
    }

    private void tell(CaseDocument ticket, boolean placeFreed) {
        settled.fire(new TicketSettled(ticket.ticketId()));
        if (placeFreed) {
            freed.fire(new PlaceFreed());
        }
    }
}
