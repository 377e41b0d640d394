package io.ticketing.ticket.feed;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.events.Fact;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketCommented;
import io.ticketing.events.TicketUnassigned;
import io.ticketing.ticket.history.TicketField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The facts of tickets in the order in which they became true, written in the transaction of what they tell of. Streams follow it; its entries
 * may go after a day.
 */
@ApplicationScoped
public class Feed implements PanacheMongoRepositoryBase<FeedEntryDocument, String> {

    private static final List<String> STAFF_FIELDS = Arrays.stream(TicketField.values())
            .filter(TicketField::isStaffOnly)
            .map(TicketField::wireName)
            .toList();

    void createIndexes(@Observes StartupEvent event) {
        mongoCollection().createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS));
    }

    /** Adds facts of a ticket that one user opened and another one had before them, if anybody. */
    public void add(ClientSession transaction, String requesterId, @Nullable String assigneeId, List<Fact> facts) {
        if (!facts.isEmpty()) {
            mongoCollection()
                    .insertMany(
                            transaction,
                            facts.stream()
                                    .map(fact -> entry(requesterId, fact, isStaffOnly(fact, assigneeId)))
                                    .toList());
        }
    }

    private static FeedEntryDocument entry(String requesterId, Fact fact, boolean staffOnly) {
        return new FeedEntryDocument(
                fact.id(),
                fact.subject(),
                requesterId,
                fact.type().wireName(),
                fact.sequence(),
                fact.time(),
                staffOnly);
    }

    /** Of somebody whom triage chose and who never had the ticket only triage has to know. */
    private static boolean isStaffOnly(Fact fact, @Nullable String assigneeId) {
        return switch (fact.data()) {
            case TicketCommented comment -> comment.internal();
            case TicketChanged changed -> STAFF_FIELDS.containsAll(changed.fields());
            case TicketUnassigned unassigned -> !unassigned.assigneeId().equals(assigneeId);
            default -> false;
        };
    }
}
