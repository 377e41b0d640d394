package io.ticketing.ticket.list;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import io.ticketing.ticket.PriorityRank;
import io.ticketing.ticket.Tickets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** A selection as Mongo understands it. */
final class Conditions {

    private Conditions() {}

    static Bson of(TicketSelection selection, Optional<Place> after) {
        Bson selected = selected(selection);
        return after.map(place -> behind(place, selection.order(), selected)).orElse(selected);
    }

    private static Bson selected(TicketSelection selection) {
        TicketFilter filter = selection.filter();
        List<Bson> conditions = new ArrayList<>(List.of(Tickets.NOT_DELETED));
        selection.requester().ifPresent(user -> conditions.add(eq("createdBy", user)));
        filter.assignedTo().map(Conditions::assignedTo).ifPresent(conditions::add);
        filter.hashtag().ifPresent(tag -> conditions.add(eq("hashtags", tag)));
        filter.status().ifPresent(status -> conditions.add(eq("status", status)));
        filter.priority().ifPresent(priority -> conditions.add(eq("priorityRank", PriorityRank.of(priority))));
        if (!filter.words().isEmpty()) {
            conditions.add(all("words", filter.words()));
        }
        return and(conditions);
    }

    /** A field of nobody is not there; asked for null, Mongo would look for more than that, and lose the order of the index. */
    private static Bson assignedTo(AssignedTo assignedTo) {
        return assignedTo.userId().map(user -> eq("assignedTo", user)).orElseGet(() -> exists("assignedTo", false));
    }

    /** Two ranges of the index, each complete in itself, so that Mongo goes right to where they begin and joins them in their order. */
    private static Bson behind(Place place, TicketOrder order, Bson selected) {
        String field = order.key().field();
        Object key = order.key().stored(place.key());
        return order.isDescending()
                ? or(and(selected, lt(field, key)), and(selected, eq(field, key), lt("_id", place.id())))
                : or(and(selected, gt(field, key)), and(selected, eq(field, key), gt("_id", place.id())));
    }
}
