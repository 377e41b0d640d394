package io.ticketing.ticket.triage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import io.ticketing.events.Analysis;
import io.ticketing.events.Fact;
import io.ticketing.events.TriageCompleted;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxRelay;
import io.ticketing.standing.KnownUsers;
import io.ticketing.ticket.TicketDocument;
import io.ticketing.ticket.Tickets;
import io.ticketing.ticket.release.ReleasingTickets;
import io.ticketing.ticket.triage.TriageOutcome.Changed;
import io.ticketing.ticket.triage.TriageOutcome.Unchanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;

/** Writes what triage does to tickets: the change, the facts that tell of it, and the id of the news that caused it, all at once. */
@ApplicationScoped
class TriagedTickets {

    private static final Logger LOG = Logger.getLogger(TriagedTickets.class);
    private static final int REMEMBERED_FACTS = 50;

    private final Tickets tickets;
    private final KnownUsers users;
    private final ReleasingTickets releasing;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Clock clock;

    TriagedTickets(
            Tickets tickets,
            KnownUsers users,
            ReleasingTickets releasing,
            Outbox outbox,
            OutboxRelay relay,
            Clock clock) {
        this.tickets = tickets;
        this.users = users;
        this.releasing = releasing;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    /** Applies news to its ticket, once; if somebody else changes the ticket at the same moment, to what it has become. */
    void apply(String ticketId, Fact news) {
        Optional<TicketDocument> found = tickets.findByIdOptional(ticketId);
        if (found.isEmpty()) {
            LOG.debugf("%s for a ticket that is unknown here", news.type());
        }
        while (found.isPresent() && !isSettled(found.get(), news)) {
            found = tickets.findByIdOptional(ticketId);
        }
        if (news.data() instanceof TriageCompleted completed && users.isGone(completed.assigneeId())) {
            // His tickets may have been released after it was asked whether he is gone, and before he got this one.
            releasing.release(completed.assigneeId());
        }
    }

    private boolean isSettled(TicketDocument document, Fact news) {
        if (document.handledFacts().contains(news.id())) {
            return true;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (ApplyingTriage.apply(document.ticket(), news.data(), users::isGone, now)) {
            case Unchanged() -> true;
            case Changed change -> isWritten(document, change, news, now);
        };
    }

    private boolean isWritten(TicketDocument document, Changed change, Fact news, Instant now) {
        Bson unchangedMeanwhile = and(eq("_id", document.id()), eq("version", document.version()));
        long version = document.version() + 1;
        Fact[] facts = change.facts().stream()
                .map(data -> Fact.of(document.id(), version, now, data))
                .toArray(Fact[]::new);
        if (tickets.mongoCollection().findOneAndUpdate(unchangedMeanwhile, update(change, news, version, now, facts))
                == null) {
            return false;
        }
        if (facts.length > 0) {
            relay.carry(document.id());
        }
        return true;
    }

    private Bson update(Changed change, Fact news, long version, Instant now, Fact... facts) {
        List<Bson> updates = new ArrayList<>(List.of(
                Updates.set("version", version),
                Updates.set("updatedAt", now),
                Updates.set("status", change.status()),
                Updates.set("triage", change.triage()),
                Updates.pushEach("handledFacts", List.of(news.id()), new PushOptions().slice(-REMEMBERED_FACTS))));
        Analysis analysis = change.analysis();
        if (analysis != null) {
            updates.add(Updates.set("priority", analysis.priority()));
            updates.add(Updates.set("summary", analysis.summary()));
            updates.add(Updates.set("helpfulNotes", analysis.helpfulNotes()));
            updates.add(Updates.set("relatedSkills", analysis.relatedSkills()));
        }
        if (change.assignedTo() != null) {
            updates.add(Updates.set("assignedTo", change.assignedTo()));
        }
        if (facts.length > 0) {
            updates.add(outbox.adding(facts));
        }
        return Updates.combine(updates);
    }
}
