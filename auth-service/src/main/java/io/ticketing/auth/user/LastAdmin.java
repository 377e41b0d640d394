package io.ticketing.auth.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees to it that there is always an active admin, once there was one.
 *
 * <p>Whoever stops being one does so in a transaction that, after the change itself, writes the one document of the collection {@code
 * admins} and then looks for another active admin. Two such transactions on different users would not disturb each other, and each would
 * count on the other's user; on that document they do: the later one aborts, and begins again on top of what the earlier one left. So
 * the transactions that take admins away have an order, each sees all that come before it, and the one that would take the last is
 * refused. A transaction that gives standing to somebody needs no place in that order: missing it makes the answer stricter, never
 * looser. Death, delay and failover at any point leave a transaction undone or done as a whole, and nothing to tidy up.
 */
@ApplicationScoped
class LastAdmin {

    static final Bson ACTIVE_ADMIN = and(eq("role", Role.ADMIN), eq("status", AccountStatus.ACTIVE));

    private static final Bson CONTESTED = eq("_id", "last");

    private final UserDocuments users;
    private final MongoCollection<Document> admins;

    LastAdmin(
            UserDocuments users,
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.users = users;
        this.admins = mongo.getDatabase(database).getCollection("admins");
    }

    /**
     * To be called last in a transaction that takes an active admin away.
     *
     * @throws LastAdminException when it leaves none
     */
    void requireAnother(ClientSession transaction) {
        admins.updateOne(transaction, CONTESTED, Updates.inc("departures", 1), new UpdateOptions().upsert(true));
        if (users.mongoCollection().find(transaction, ACTIVE_ADMIN).first() == null) {
            throw new LastAdminException();
        }
    }

    /** Made before anybody contests it, so that no two transactions insert it. */
    void makeContested(@Observes @Priority(50) StartupEvent event) {
        admins.updateOne(CONTESTED, Updates.inc("departures", 0), new UpdateOptions().upsert(true));
    }
}
