package io.ticketing.ticket.list;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketDocument;
import io.ticketing.ticket.Tickets;
import io.ticketing.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/** Finds the tickets that a caller may see, newest first. */
@ApplicationScoped
class ListingTickets {

    private final Tickets tickets;

    ListingTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    TicketPage page(Caller caller, PageRequest request) {
        Bson visible = caller.isStaff() ? empty() : eq("createdBy", caller.userId());
        Bson remaining = request.after().map(ListingTickets::behind).orElseGet(() -> empty());
        List<Ticket> found = tickets.mongoCollection()
                .find(and(Tickets.NOT_DELETED, visible, remaining))
                .sort(Sorts.descending("createdAt", "_id"))
                .limit(request.limit() + 1)
                .map(TicketDocument::ticket)
                .into(new ArrayList<>());
        return TicketPage.of(found, request.limit());
    }

    /** The first condition alone would do for the index; the second parts tickets of the same millisecond. */
    private static Bson behind(Cursor cursor) {
        return and(
                lte("createdAt", cursor.createdAt()), or(lt("createdAt", cursor.createdAt()), lt("_id", cursor.id())));
    }
}
