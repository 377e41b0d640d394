package io.ticketing.auth.throttle;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.auth.user.KeptOfUsers;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collection {@code known-networks}: from where each user came in during the last 90 days. */
@ApplicationScoped
class KnownNetworks implements KeptOfUsers {

    private static final long KEPT_DAYS = 90;

    private final MongoCollection<Document> networks;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    KnownNetworks(
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Pseudonyms pseudonyms,
            Clock clock) {
        this.networks = mongo.getDatabase(database).getCollection("known-networks");
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    boolean contains(String userId, Network network) {
        return networks.find(one(userId, network)).first() != null;
    }

    void remember(String userId, Network network) {
        networks.updateOne(
                one(userId, network),
                Updates.combine(Updates.set("userId", userId), Updates.set("seenAt", Date.from(clock.instant()))),
                new UpdateOptions().upsert(true));
    }

    @Override
    public void forget(ClientSession transaction, String userId) {
        networks.deleteMany(transaction, eq("userId", userId));
    }

    /** Else somebody who took the account over would keep his place in it after its owner has it back. */
    @Override
    public void forgetWaysIn(ClientSession transaction, String userId) {
        forget(transaction, userId);
    }

    void createIndexes(@Observes @Priority(50) StartupEvent event) {
        networks.createIndex(
                Indexes.ascending("seenAt"), new IndexOptions().name("kept").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
        networks.createIndex(Indexes.ascending("userId"), new IndexOptions().name("user"));
    }

    private Bson one(String userId, Network network) {
        return eq("_id", pseudonyms.of("known network", userId, network.value()));
    }
}
