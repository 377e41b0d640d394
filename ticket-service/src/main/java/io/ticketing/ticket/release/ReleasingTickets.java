package io.ticketing.ticket.release;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.model.Projections;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.events.Actor;
import io.ticketing.events.TicketStatus;
import io.ticketing.standing.GoneUser;
import io.ticketing.standing.Hindrance;
import io.ticketing.standing.KnownUser;
import io.ticketing.standing.KnownUsers;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketChange;
import io.ticketing.ticket.Tickets;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.web.precondition.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Takes the open tickets of whoever cannot work any more (deleted, deactivated, no longer staff) away from him and tells of it, so that triage
 * finds somebody else. Who is away keeps his.
 */
@ApplicationScoped
public class ReleasingTickets {

    private static final int BATCH = 100;

    private final Tickets tickets;
    private final ChangingTickets changing;
    private final KnownUsers users;
    private final Clock clock;

    ReleasingTickets(Tickets tickets, ChangingTickets changing, KnownUsers users, Clock clock) {
        this.tickets = tickets;
        this.changing = changing;
        this.users = users;
        this.clock = clock;
    }

    /** A replica may have died between giving somebody a ticket and finding out that he cannot work any more. */
    void start(@Observes StartupEvent event) {
        releaseOfAllHindered();
    }

    void userGone(@Observes GoneUser user) {
        release(user.id(), Hindrance.DELETED);
    }

    void userChanged(@Observes KnownUser user) {
        user.hindrance().ifPresent(why -> release(user.id(), why));
    }

    /**
     * For whoever has given somebody a ticket: he may have become unable to work in between, and his other tickets been released before.
     *
     * @return whether he has
     */
    public boolean releaseIfHindered(String userId) {
        Optional<Hindrance> hindrance = users.hindrance(userId);
        hindrance.ifPresent(why -> release(userId, why));
        return hindrance.isPresent();
    }

    /** Leaves no open ticket with anybody who cannot work. */
    void releaseOfAllHindered() {
        tickets.mongoCollection()
                .distinct("assignedTo", String.class)
                .into(new ArrayList<>())
                .forEach(this::releaseIfHindered);
    }

    /** Leaves no open ticket with that user. Done twice or by two at once, or begun anew after a crash, it takes away what is left. */
    void release(String userId, Hindrance why) {
        List<String> batch = openTicketsOf(userId);
        while (!batch.isEmpty()) {
            batch.forEach(id -> changing.change(id, IfMatch.of(null), ticket -> takeAway(ticket, userId, why)));
            batch = openTicketsOf(userId);
        }
    }

    /** Some of them, in any order, so that two who do this at once seldom get in each other's way. */
    private List<String> openTicketsOf(String userId) {
        Bson open = nin("status", TicketStatus.RESOLVED, TicketStatus.CLOSED);
        List<String> some = tickets.mongoCollection()
                .withDocumentClass(Document.class)
                .find(and(eq("assignedTo", userId), open))
                .projection(Projections.include("_id"))
                .limit(BATCH)
                .map(ticket -> ticket.getString("_id"))
                .into(new ArrayList<>());
        Collections.shuffle(some);
        return some;
    }

    /** Whoever chose him could not know this, so that the choice binds triage no more. */
    private TicketChange takeAway(Ticket ticket, String userId, Hindrance hindrance) {
        if (!userId.equals(ticket.assignedTo()) || ticket.isOver()) {
            return TicketChange.of(ticket);
        }
        String why = WhyReleased.of(hindrance);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return TicketChange.of(ticket).then(Actor.rule(), why, edit -> edit.assignedTo(null)
                .setByNobody(TicketField.ASSIGNED_TO)
                .triage(ticket.triage().pendingAgain(why, now)));
    }
}
