package io.ticketing.ticket.list;

import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Sorts;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketDocument;
import io.ticketing.ticket.Tickets;
import io.ticketing.web.list.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;

/** Finds the tickets of a selection, page by page. Each page is read off an index that has them in their order. */
@ApplicationScoped
class ListingTickets {

    private static final long LONGEST_SECONDS = 5;

    private final Tickets tickets;

    ListingTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    /** The tickets of a selection, from the first one or from behind that place; ends with a 503 when looking for rare words takes too long. */
    Page<Ticket> page(TicketSelection selection, Optional<Place> after, int limit) {
        List<Ticket> found = selection.isVoid()
                ? List.of()
                : query(selection, after)
                        .limit(limit + 1)
                        .map(TicketDocument::ticket)
                        .into(new ArrayList<>());
        SortKey key = selection.order().key();
        return Page.of(found, limit, last -> Cursor.write(Place.of(last, key), selection));
    }

    /** What Mongo is asked. */
    FindIterable<TicketDocument> query(TicketSelection selection, Optional<Place> after) {
        return tickets.mongoCollection()
                .find(Conditions.of(selection, after))
                .sort(sort(selection.order()))
                .hint(ListIndexes.keysFor(selection))
                .projection(exclude("words", "handledFacts", "outbox"))
                .maxTime(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private static Bson sort(TicketOrder order) {
        String key = order.key().field();
        return order.isDescending() ? Sorts.descending(key, "_id") : Sorts.ascending(key, "_id");
    }
}
