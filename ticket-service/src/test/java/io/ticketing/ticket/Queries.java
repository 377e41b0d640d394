package io.ticketing.ticket;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import io.ticketing.testing.quarkus.MongoResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** What the service really asks its database, as the database itself tells it. */
public final class Queries {

    private Queries() {}

    /** The profiles of all reads, changes and deletions in a collection while something is done. */
    public static List<Document> of(String collection, Runnable work) {
        MongoDatabase database = MongoResource.mongo().client().getDatabase("tickets");
        Date begin = Date.from(Instant.now());
        database.runCommand(new Document("profile", 2));
        try {
            work.run();
        } finally {
            database.runCommand(new Document("profile", 0));
        }
        return database.getCollection("system.profile")
                .find(and(
                        eq("ns", "tickets." + collection),
                        in("op", "query", "getmore", "update", "remove"),
                        gte("ts", begin)))
                .into(new ArrayList<>());
    }

    /** Whether an index serves it, with the order that it wants. */
    public static boolean isServedByIndex(Document profile) {
        String plan = profile.getString("planSummary");
        return (plan.startsWith("IXSCAN") || plan.equals("IDHACK")) && !profile.getBoolean("hasSortStage", false);
    }
}
