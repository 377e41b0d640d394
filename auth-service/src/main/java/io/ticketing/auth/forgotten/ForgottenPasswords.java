package io.ticketing.auth.forgotten;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collection {@code forgotten-passwords}: requests that wait or are being worked off, each leased to one replica. */
@ApplicationScoped
class ForgottenPasswords {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final long KEPT_DAYS = 1;

    private final MongoCollection<ForgottenPasswordDocument> requests;
    private final Clock clock;

    ForgottenPasswords(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database, Clock clock) {
        this.requests =
                mongo.getDatabase(database).getCollection("forgotten-passwords", ForgottenPasswordDocument.class);
        this.clock = clock;
    }

    /** Stores a request, and leases it to whoever stored it. */
    void add(ForgottenPassword request) {
        requests.insertOne(new ForgottenPasswordDocument(
                request.id(),
                request.email(),
                request.from(),
                request.requestedAt(),
                clock.instant().plus(LEASE).truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Leases the request whose lease ran out first, if there is one. Two replicas never get the same. */
    Optional<ForgottenPassword> takeOver() {
        Instant now = clock.instant();
        return Optional.ofNullable(requests.findOneAndUpdate(
                        lt("leasedUntil", now),
                        Updates.set("leasedUntil", now.plus(LEASE)),
                        new FindOneAndUpdateOptions().sort(Sorts.ascending("leasedUntil"))))
                .map(ForgottenPasswordDocument::request);
    }

    /** Whether a request still waits to be worked off. */
    boolean contain(ForgottenPassword request) {
        return requests.find(eq("_id", request.id())).first() != null;
    }

    /** Removes a request together with what comes of it; false when somebody else has worked it off. */
    boolean remove(ClientSession transaction, ForgottenPassword request) {
        return requests.deleteOne(transaction, eq("_id", request.id())).getDeletedCount() > 0;
    }

    /** Removes a request of which nothing comes. */
    void remove(ForgottenPassword request) {
        requests.deleteOne(eq("_id", request.id()));
    }

    void createIndexes(@Observes @Priority(50) StartupEvent event) {
        requests.createIndex(
                Indexes.ascending("requestedAt"),
                new IndexOptions().name("kept").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
        requests.createIndex(Indexes.ascending("leasedUntil"), new IndexOptions().name("lease"));
    }
}
