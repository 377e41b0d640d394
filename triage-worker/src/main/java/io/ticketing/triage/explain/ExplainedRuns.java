package io.ticketing.triage.explain;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The runs of tickets, to be told of. */
@ApplicationScoped
class ExplainedRuns {

    private static final int MOST = 50;

    private final MongoCollection<ExplainedRunDocument> runs;

    ExplainedRuns(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.runs = mongo.getDatabase(database).getCollection("runs", ExplainedRunDocument.class);
    }

    /** The latest runs of that ticket, the one that counts first; empty when there is no such ticket. */
    List<ExplainedRunDocument> of(String ticketId) {
        return runs.find(eq("ticketId", ticketId))
                .projection(ExplainedRunDocument.FIELDS)
                .sort(Sorts.descending("ticketVersion", "_id"))
                .limit(MOST)
                .into(new ArrayList<>());
    }
}
