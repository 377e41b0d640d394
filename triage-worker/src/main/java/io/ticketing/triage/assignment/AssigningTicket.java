package io.ticketing.triage.assignment;

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
    private static final Assignment WITHHELD = new Assignment.Needless(
            "A person took the ticket from whoever had it, and decides who gets it.", List.of());

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
        Optional<Assignment> found;
        do {
            found = told(need.ticketId(), List.of()).or(() -> kept(need)).or(() -> claimed(need));
        } while (found.isEmpty());
        return found.get();
    }

    /** Whether nobody has to be found for the ticket any more, by what was told of it. */
    public boolean isSettled(String ticketId) {
        return told(ticketId, List.of()).isPresent();
    }

    /** Gives up the place that was taken for the ticket, unless its assignee's facts put it there. */
    public void giveUp(String ticketId) {
        if (assignee(ticketId).isEmpty()) {
            desks.clear(ticketId);
            assignee(ticketId).ifPresent(meanwhile -> desks.move(meanwhile, ticketId));
        }
    }

    /** Gives up the place that was taken for the ticket at that desk, unless the ticket's facts put it there. */
    public void giveUp(String ticketId, String userId) {
        if (!hasIt(userId, ticketId)) {
            desks.takeBack(userId, ticketId);
            if (hasIt(userId, ticketId)) {
                desks.move(userId, ticketId);
            }
        }
    }

    private boolean hasIt(String userId, String ticketId) {
        return assignee(ticketId).filter(userId::equals).isPresent();
    }

    /** What the ticket's facts have decided. */
    private Optional<Assignment> told(String ticketId, List<Candidate> candidates) {
        if (cases.isOver(ticketId)) {
            return Optional.of(OVER);
        }
        Optional<Assignment> kept = assignee(ticketId)
                .map(assignee ->
                        new Assignment.Assigned(assignee, "Somebody has it already, and keeps it", candidates));
        return kept.isEmpty() && cases.isWithheld(ticketId) ? Optional.of(WITHHELD) : kept;
    }

    /** Who has the ticket; that he lost it when he could not work any more may be told later. */
    private Optional<String> assignee(String ticketId) {
        return cases.assignee(ticketId).filter(userId -> !staff.isHindered(userId));
    }

    /** The place that was taken before a crash, if it may still be had; why it was taken has to be found once more. */
    private Optional<Assignment> kept(Need need) {
        Optional<String> holder = desks.holder(need.ticketId());
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        Optional<Plan.Give> stay = outlook().keeping(need, holder.get());
        if (staff.isGone(holder.get())) {
            desks.remove(holder.get());
        } else if (stay.isEmpty()) {
            giveUp(need.ticketId());
        }
        return stay.map(give -> unlessSettled(need.ticketId(), give));
    }

    /** A place that is taken now; empty when the desks changed while the plan was made. */
    private Optional<Assignment> claimed(Need need) {
        return switch (outlook().plan(need)) {
            case Plan.Wait(String reason, List<Candidate> candidates) ->
                Optional.of(new Assignment.Waiting(reason, candidates));
            case Plan.Give give
            when desks.claim(give.to().id(), need.ticketId(), give.openTickets()) ->
                Optional.of(unlessSettled(need.ticketId(), give));
            case Plan.Give tooLate -> Optional.empty();
        };
    }

    /** Facts go into the case before they touch the desks, so one of both sides finds a place that was taken at that moment. */
    private Assignment unlessSettled(String ticketId, Plan.Give give) {
        String userId = give.to().id();
        Optional<Assignment> meanwhile = told(ticketId, give.candidates()).filter(told -> !told.gives(userId));
        if (meanwhile.isPresent()) {
            desks.takeBack(userId, ticketId);
        }
        return meanwhile.orElseGet(() -> new Assignment.Assigned(userId, give.explanation(), give.candidates()));
    }
}
