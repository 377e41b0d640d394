package io.ticketing.ticket.list;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** The indexes that lists are read off: what the tickets have in common, if anything, then the sort key, then the id. */
@ApplicationScoped
class ListIndexes {

    private final Tickets tickets;

    ListIndexes(Tickets tickets) {
        this.tickets = tickets;
    }

    void create(@Observes StartupEvent event) {
        tickets.mongoCollection()
                .createIndexes(
                        Arrays.stream(SortKey.values()).flatMap(ListIndexes::by).toList());
    }

    /** The keys of the one that has the tickets of a selection in their order, and the fewest others between them. */
    static Bson keysFor(TicketSelection selection) {
        return keys(Lead.of(selection), selection.order().key());
    }

    private static Stream<IndexModel> by(SortKey sortKey) {
        Stream<Optional<Lead>> leads = Arrays.stream(Lead.values())
                .filter(lead -> lead.goesWith(sortKey))
                .map(Optional::of);
        return Stream.concat(Stream.of(Optional.<Lead>empty()), leads).map(lead -> new IndexModel(keys(lead, sortKey)));
    }

    private static Bson keys(Optional<Lead> lead, SortKey sortKey) {
        Bson order = Indexes.descending(List.of(sortKey.field(), "_id"));
        return lead.map(first -> Indexes.compoundIndex(Indexes.ascending(first.field()), order))
                .orElse(order);
    }
}
