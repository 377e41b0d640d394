package io.ticketing.triage.assignment;

import io.ticketing.events.Role;
import io.ticketing.triage.desk.CaseDocument;
import io.ticketing.triage.desk.Desks;
import io.ticketing.triage.desk.TicketCases;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Finds somebody for a ticket and takes a place at his desk. Done twice for one ticket it gives the same answer, and a desk is never filled
 * beyond its capacity, however many do it at once. A place is taken only as long as the desk is as full as it was when its owner was chosen,
 * so that the work is shared evenly; and whether somebody waits for it who comes first is looked up when it is taken, so that whoever began
 * to wait before is seen.
 */
public final class AssigningTicket {

    private static final String WHY_OVER = "The ticket was closed meanwhile.";
    private static final Assignment OVER = new Assignment.Needless(WHY_OVER, List.of());
    private static final Assignment WITHHELD = new Assignment.Needless(
            "A person took the ticket from whoever had it, and decides who gets it.", List.of());

    private final Ranking ranking;
    private final Staff staff;
    private final Desks desks;
    private final TicketCases cases;
    private final Line line;
    private final Clock clock;
    /** Those who plan at once choose the same desk, and all but one in vain; between replicas that happens, but not within one. */
    private final ReentrantLock turns = new ReentrantLock();

    /** With these rules, people, desks and those who wait. */
    public AssigningTicket(Ranking ranking, Staff staff, Desks desks, TicketCases cases, Line line, Clock clock) {
        this.ranking = ranking;
        this.staff = staff;
        this.desks = desks;
        this.cases = cases;
        this.line = line;
        this.clock = clock;
    }

    /** The staff and their desks as they are now. */
    public Outlook outlook() {
        return Outlook.of(ranking, staff.members(), desks.loads(), clock.instant());
    }

    /** What the ticket needs by what people have set of it meanwhile; what they have not stays as it was found. */
    public Need asSet(Need found) {
        return cases.find(found.ticketId())
                .map(known -> ranking.asSet(found, known))
                .orElse(found);
    }

    /** Whether what a ticket waits for is not what it needs any more, by what was told of it. */
    public boolean isOutdated(Need waiting) {
        return told(waiting.ticketId(), List.of()).isPresent()
                || !asSet(waiting).equals(waiting);
    }

    /** Takes a place for the ticket, or says why it has to wait or needs none. */
    public Assignment assign(Need need) {
        Optional<Assignment> found;
        do {
            found = told(need.ticketId(), List.of()).or(() -> kept(need)).or(() -> claimed(need));
        } while (found.isEmpty());
        return found.get();
    }

    /** Why nothing at all has to be done for the ticket any more; empty when something has. */
    public Optional<String> whyOver(String ticketId) {
        return cases.isOver(ticketId) ? Optional.of(WHY_OVER) : Optional.empty();
    }

    /** Whether that user, for whom a place was taken, may still be given the ticket by what was told of it. */
    public boolean mayGive(String ticketId, String userId) {
        return told(ticketId, List.of()).map(told -> told.gives(userId)).orElse(true);
    }

    /** Whether the ticket may be given to that user as it was decided: it is his by what was told of it, or he has the place and is who is sought. */
    public boolean isStillFor(Need sought, String userId) {
        return told(sought.ticketId(), List.of())
                .map(told -> told.gives(userId))
                .orElseGet(() ->
                        desks.has(userId, sought.ticketId()) && asSet(sought).equals(sought));
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
        return cases.find(ticketId).flatMap(known -> told(known, candidates));
    }

    private Optional<Assignment> told(CaseDocument known, List<Candidate> candidates) {
        if (!known.isOpen()) {
            return Optional.of(OVER);
        }
        Optional<Assignment> kept = assignee(known)
                .map(assignee ->
                        new Assignment.Assigned(assignee, "Somebody has it already, and keeps it", candidates));
        return kept.isEmpty() && known.isWithheld() ? Optional.of(WITHHELD) : kept;
    }

    /** Who has the ticket; that he lost it when he could not work any more may be told later. */
    private Optional<String> assignee(String ticketId) {
        return cases.find(ticketId).flatMap(this::assignee);
    }

    private Optional<String> assignee(CaseDocument known) {
        return known.assignee().filter(userId -> !staff.isHindered(userId));
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
        return stay.map(give -> unlessOthersHaveIt(need, give));
    }

    /** A place that is taken now; empty when the desks changed while the plan was made. */
    private Optional<Assignment> claimed(Need need) {
        turns.lock();
        try {
            return planned(need);
        } finally {
            turns.unlock();
        }
    }

    private Optional<Assignment> planned(Need need) {
        return switch (outlook().plan(need)) {
            case Plan.Wait(String reason, List<Candidate> candidates) ->
                Optional.of(new Assignment.Waiting(reason, candidates));
            case Plan.Give give
            when desks.claim(give.to().id(), need.ticketId(), give.openTickets()) ->
                Optional.of(unlessOthersHaveIt(need, give));
            case Plan.Give tooLate -> Optional.empty();
        };
    }

    /** Facts go into the case before they touch the desks, so one of both sides finds a place that was taken at that moment. */
    private Assignment unlessOthersHaveIt(Need need, Plan.Give give) {
        String userId = give.to().id();
        Optional<Assignment> told = told(need.ticketId(), give.candidates());
        Optional<Assignment> other =
                told.isPresent() ? told.filter(decided -> !decided.gives(userId)) : behindOthers(need, give);
        if (other.isPresent()) {
            giveUp(need.ticketId(), userId);
        }
        return other.orElseGet(() -> new Assignment.Assigned(userId, give.explanation(), give.candidates()));
    }

    /** The last places at a desk are for those that have waited for them. */
    private Optional<Assignment> behindOthers(Need need, Plan.Give give) {
        StaffMember to = give.to();
        if (to.role() != Role.MODERATOR) {
            return Optional.empty();
        }
        int left = Math.max(to.capacity() - give.openTickets() - 1, 0);
        long before = line.before(need, ranking.skilled(to).skills(), to.id(), left + 1);
        return before > left
                ? Optional.of(new Assignment.Waiting(Words.OTHERS_FIRST, give.candidates()))
                : Optional.empty();
    }
}
