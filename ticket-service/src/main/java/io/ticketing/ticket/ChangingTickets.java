package io.ticketing.ticket;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.FactData;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketDeleted;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxEntry;
import io.ticketing.outbox.OutboxRelay;
import io.ticketing.ticket.feed.Feed;
import io.ticketing.ticket.history.Timeline;
import io.ticketing.ticket.history.TimelineNote;
import io.ticketing.web.precondition.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The only way in which a ticket changes: its new state, the facts that tell of it, the entries of its timeline and whatever else belongs to the
 * change are there together or not at all, in one transaction. Of two that change one ticket at once, the second sees what the first has made of
 * it. Telling the facts does not delay it.
 */
@ApplicationScoped
public class ChangingTickets {

    private static final TransactionOptions SNAPSHOT = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .build();
    private static final int REMEMBERED_FACTS = 50;

    private final MongoClient mongo;
    private final Tickets tickets;
    private final Timeline timeline;
    private final Feed feed;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Clock clock;

    ChangingTickets(
            MongoClient mongo,
            Tickets tickets,
            Timeline timeline,
            Feed feed,
            Outbox outbox,
            OutboxRelay relay,
            Clock clock) {
        this.mongo = mongo;
        this.tickets = tickets;
        this.timeline = timeline;
        this.feed = feed;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Adds a new ticket, and tells of it.
     *
     * @param alongside what else happens in the same transaction; where it throws, nothing happens
     */
    public void open(Ticket ticket, FactData created, Consumer<ClientSession> alongside) {
        Actor requester = Actor.person(ticket.createdBy());
        Fact fact = Fact.of(ticket.id(), ticket.version(), ticket.createdAt(), created);
        inTransaction(session -> {
            alongside.accept(session);
            collection().insertOne(session, TicketDocument.of(ticket, outbox.holding(fact)));
            timeline.append(
                    session,
                    ticket.id(),
                    ticket.version(),
                    0,
                    ticket.createdAt(),
                    List.of(TimelineNote.created(requester)));
            feed.add(session, ticket.createdBy(), null, List.of(fact));
            return true;
        });
        relay.carry(ticket.id());
    }

    /**
     * Changes a ticket.
     *
     * @param seen the version that has to be the newest
     * @param decide says, of the newest state, what becomes of it; asked again when somebody else was faster. What it throws ends the change.
     * @return the ticket afterwards; empty when there is none
     */
    public Optional<Ticket> change(String id, IfMatch seen, Function<Ticket, TicketChange> decide) {
        return change(id, seen, decide, (session, changed) -> {});
    }

    /**
     * The same, together with something that is written in the same transaction if anything is.
     *
     * @param alongside what else happens, with the ticket as it is afterwards
     */
    public Optional<Ticket> change(
            String id,
            IfMatch seen,
            Function<Ticket, TicketChange> decide,
            BiConsumer<ClientSession, Ticket> alongside) {
        return write(id, seen, Optional.empty(), decide, alongside);
    }

    /** Changes a ticket because of news from elsewhere, once for each, however often they come. */
    public Optional<Ticket> changeOnce(String id, String newsId, Function<Ticket, TicketChange> decide) {
        return write(id, IfMatch.of(null), Optional.of(newsId), decide, (session, changed) -> {});
    }

    /**
     * Deletes a ticket with all that was said and done about it, and tells so.
     *
     * @param alongside what else goes in the same transaction
     * @return whether there was one
     */
    public boolean delete(String id, IfMatch seen, Actor by, Consumer<ClientSession> alongside) {
        boolean deleted = inTransaction(session -> {
            TicketDocument found = find(session, id);
            if (found == null) {
                return false;
            }
            seen.require(found.version());
            Fact fact = Fact.of(id, found.version() + 1, now(), new TicketDeleted(id, by));
            collection()
                    .updateOne(
                            session,
                            eq("_id", id),
                            Updates.combine(
                                    TicketUpdate.erasing(), outbox.removingAfter(List.of(OutboxEntry.of(fact)))));
            timeline.remove(session, id);
            feed.add(session, found.createdBy(), found.assignedTo(), List.of(fact));
            alongside.accept(session);
            return true;
        });
        if (deleted) {
            relay.carry(id);
        }
        return deleted;
    }

    private Optional<Ticket> write(
            String id,
            IfMatch seen,
            Optional<String> newsId,
            Function<Ticket, TicketChange> decide,
            BiConsumer<ClientSession, Ticket> alongside) {
        Optional<Ticket> changed = inTransaction(session -> {
            TicketDocument found = find(session, id);
            if (found == null) {
                return Optional.empty();
            }
            seen.require(found.version());
            boolean isKnown = newsId.filter(found.handledFacts()::contains).isPresent();
            TicketChange change = isKnown ? TicketChange.of(found.ticket()) : decide.apply(found.ticket());
            boolean leavesNothing = change.isNothing() && (newsId.isEmpty() || isKnown);
            return Optional.of(leavesNothing ? found.ticket() : apply(session, found, change, newsId, alongside));
        });
        if (changed.isPresent()) {
            relay.carry(id);
        }
        return changed;
    }

    private Ticket apply(
            ClientSession session,
            TicketDocument found,
            TicketChange change,
            Optional<String> newsId,
            BiConsumer<ClientSession, Ticket> alongside) {
        Instant now = now();
        Ticket after = change.makesVersion() ? change.after().revised(now) : change.after();
        List<Fact> facts = change.facts().stream()
                .map(data -> Fact.of(after.id(), after.version(), now, data))
                .toList();
        List<TimelineNote> notes = timeline.news(session, after.id(), change.notes());
        List<Bson> updates = new ArrayList<>(
                List.of(TicketUpdate.to(after, collection().getCodecRegistry()), Updates.inc("timelineLength", (long)
                        notes.size())));
        newsId.ifPresent(news -> updates.add(
                Updates.pushEach("handledFacts", List.of(news), new PushOptions().slice(-REMEMBERED_FACTS))));
        if (!facts.isEmpty()) {
            updates.add(outbox.adding(facts.toArray(Fact[]::new)));
        }
        collection().updateOne(session, eq("_id", after.id()), Updates.combine(updates));
        timeline.append(session, after.id(), after.version(), found.timelineLength(), now, notes);
        feed.add(session, after.createdBy(), found.assignedTo(), seen(change, facts));
        alongside.accept(session, after);
        return after;
    }

    /** Without what a person has only confirmed: whoever is sent to look at the ticket would find nothing new. */
    private static List<Fact> seen(TicketChange change, List<Fact> facts) {
        return facts.stream()
                .filter(fact -> change.makesVersion() || !(fact.data() instanceof TicketChanged))
                .toList();
    }

    private <T> T inTransaction(Function<ClientSession, T> work) {
        try (ClientSession session = mongo.startSession()) {
            return session.withTransaction(() -> work.apply(session), SNAPSHOT);
        }
    }

    private @Nullable TicketDocument find(ClientSession session, String id) {
        return collection()
                .find(session, and(eq("_id", id), Tickets.NOT_DELETED))
                .first();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private MongoCollection<TicketDocument> collection() {
        return tickets.mongoCollection();
    }
}
