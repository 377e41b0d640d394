package io.ticketing.ticket;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;

/**
 * Gives the tickets of the version before this one what they lack: the words and the rank by which lists find them, who set their fields, and
 * where their timeline goes on. Each replica does so when it starts, and several at once do no harm: a ticket that changes meanwhile is looked at again.
 */
@ApplicationScoped
class UpgradingTickets {

    private static final Logger LOG = Logger.getLogger(UpgradingTickets.class);
    private static final Bson LACKING = and(exists("words", false), Tickets.NOT_DELETED);
    private static final int BATCH = 500;

    private final Tickets tickets;

    UpgradingTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    void started(@Observes StartupEvent event) {
        upgrade();
    }

    /** Leaves no ticket that lacks something. Begun anew after a crash, it does what is left. */
    void upgrade() {
        List<TicketDocument> batch = lacking();
        while (!batch.isEmpty()) {
            collection().bulkWrite(batch.stream().map(this::complete).toList(), new BulkWriteOptions().ordered(false));
            LOG.infof("%d tickets of an earlier version got what they lacked", batch.size());
            batch = lacking();
        }
    }

    private List<TicketDocument> lacking() {
        return collection().find(LACKING).limit(BATCH).into(new ArrayList<>());
    }

    /** What is there already stays as it is. */
    private UpdateOneModel<TicketDocument> complete(TicketDocument lacking) {
        return new UpdateOneModel<>(
                and(eq("_id", lacking.id()), eq("version", lacking.version()), LACKING),
                Updates.combine(
                        TicketUpdate.to(lacking.ticket(), collection().getCodecRegistry()),
                        Updates.set("timelineLength", lacking.timelineLength())));
    }

    private MongoCollection<TicketDocument> collection() {
        return tickets.mongoCollection();
    }
}
