package io.ticketing.ticket.release;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TicketUnassigned;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxRelay;
import io.ticketing.standing.GoneUser;
import io.ticketing.ticket.TicketDocument;
import io.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/** Takes the open tickets of whoever was deleted away from him and tells of it, so that triage finds somebody else. */
@ApplicationScoped
public class ReleasingTickets {

    private static final int BATCH = 500;

    private final Tickets tickets;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Clock clock;

    ReleasingTickets(Tickets tickets, Outbox outbox, OutboxRelay relay, Clock clock) {
        this.tickets = tickets;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    void userGone(@Observes GoneUser user) {
        release(user.id());
    }

    /** Leaves no open ticket with that user. Done twice or by two at once, or begun anew after a crash, it takes away what is left. */
    public void release(String userId) {
        List<TicketDocument> batch = openTicketsOf(userId);
        while (!batch.isEmpty()) {
            takeAway(batch, userId);
            batch = openTicketsOf(userId);
        }
    }

    private List<TicketDocument> openTicketsOf(String userId) {
        Bson open = nin("status", TicketStatus.RESOLVED, TicketStatus.CLOSED);
        return tickets.mongoCollection()
                .find(and(eq("assignedTo", userId), open))
                .limit(BATCH)
                .into(new ArrayList<>());
    }

    /** Each on its own, and together only on the way to the database: what else becomes known of users waits for this. */
    private void takeAway(List<TicketDocument> batch, String userId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<UpdateOneModel<TicketDocument>> changes =
                batch.stream().map(ticket -> takeAway(ticket, userId, now)).toList();
        tickets.mongoCollection().bulkWrite(changes, new BulkWriteOptions().ordered(false));
        batch.forEach(ticket -> relay.carry(ticket.id()));
    }

    /** Changes nothing when the ticket has changed meanwhile. */
    private UpdateOneModel<TicketDocument> takeAway(TicketDocument ticket, String userId, Instant now) {
        long version = ticket.version() + 1;
        Fact told = Fact.of(ticket.id(), version, now, new TicketUnassigned(ticket.id(), userId, Actor.rule()));
        Bson unchangedMeanwhile = and(eq("_id", ticket.id()), eq("version", ticket.version()));
        return new UpdateOneModel<>(
                unchangedMeanwhile,
                Updates.combine(
                        Updates.unset("assignedTo"),
                        Updates.set("triage", ticket.triage().pendingAgain(now)),
                        Updates.set("updatedAt", now),
                        Updates.set("version", version),
                        outbox.adding(told)));
    }
}
