package io.ticketing.triage.assignment;

import io.ticketing.events.Role;
import io.ticketing.triage.desk.Desks;
import io.ticketing.triage.desk.TicketCases;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Finds somebody for a ticket and takes a place at his desk. Done twice for one ticket it gives the same answer, and a desk is never filled
 * beyond its capacity, however many do it at once.
 */
public final class AssigningTicket {

    private static final Assignment OVER = new Assignment.Needless("The ticket was closed meanwhile.", List.of());

    private final Ranking ranking;
    private final Staff staff;
    private final Desks desks;
    private final TicketCases cases;
    private final Clock clock;

    /** With these rules, people and desks. */
    public AssigningTicket(Ranking ranking, Staff staff, Desks desks, TicketCases cases, Clock clock) {
        this.ranking = ranking;
        this.staff = staff;
        this.desks = desks;
        this.cases = cases;
        this.clock = clock;
    }

    /** The staff and their desks as they are now. */
    public Outlook outlook() {
        return new Outlook(ranking, staff.members(), desks.loads(), clock.instant());
    }

    /** Takes a place for the ticket, or says why it has to wait or needs none. */
    public Assignment assign(Need need) {
        Optional<String> assigned = cases.assignee(need.ticketId());
        if (assigned.isPresent()) {
            return new Assignment.Assigned(assigned.get(), "Somebody was assigned already", List.of());
        }
        if (cases.isOver(need.ticketId())) {
            return OVER;
        }
        Optional<String> holder = desks.holder(need.ticketId());
        if (holder.isPresent() && maySitThere(holder.get())) {
            return new Assignment.Assigned(holder.get(), "A place was taken for it before", List.of());
        }
        holder.ifPresent(gone -> desks.takeBack(gone, need.ticketId()));
        return claim(need);
    }

    /** Gives up the place that was taken for the ticket, unless its assignee's facts put it there. */
    public void giveUp(String ticketId) {
        if (cases.assignee(ticketId).isEmpty()) {
            desks.clear(ticketId);
            cases.assignee(ticketId).ifPresent(meanwhile -> desks.move(meanwhile, ticketId));
        }
    }

    private Assignment claim(Need need) {
        while (true) {
            switch (outlook().plan(need)) {
                case Plan.Wait(String reason, List<Candidate> candidates) -> {
                    return new Assignment.Waiting(reason, candidates);
                }
                case Plan.Give(StaffMember to, int seen, String explanation, List<Candidate> candidates) -> {
                    if (desks.claim(to.id(), need.ticketId(), seen)) {
                        return unlessOver(need.ticketId(), new Assignment.Assigned(to.id(), explanation, candidates));
                    }
                }
            }
        }
    }

    /** Whoever closes the ticket clears the desks after that, so one of both finds a place that was taken at that moment. */
    private Assignment unlessOver(String ticketId, Assignment.Assigned assigned) {
        if (!cases.isOver(ticketId)) {
            return assigned;
        }
        desks.takeBack(assigned.assigneeId(), ticketId);
        return OVER;
    }

    private boolean maySitThere(String userId) {
        return staff.members().stream()
                .filter(member -> member.id().equals(userId))
                .anyMatch(member ->
                        member.active() && member.onboarded() && (member.available() || member.role() == Role.ADMIN));
    }
}
