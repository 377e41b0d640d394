package io.ticketing.triage.explain;

import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Variable;
import io.ticketing.events.TicketStatus;
import io.ticketing.triage.run.RunState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What waits: first for somebody who is free, in the order in which it is served, then for a person who looks. Of the latter those are left out
 * that a person has seen to: assigned, over, or triaged again.
 */
@ApplicationScoped
class WaitingRuns {

    private static final long LONGEST_SECONDS = 5;
    private static final Bson ORDER = Sorts.orderBy(Sorts.descending("rank"), Sorts.ascending("createdAt", "_id"));

    private final MongoCollection<WaitingRunDocument> runs;

    WaitingRuns(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.runs = mongo.getDatabase(database).getCollection("runs", WaitingRunDocument.class);
    }

    /** The first ones, or those behind that place. */
    List<WaitingRunDocument> inOrder(Optional<QueuePlace> after, int most) {
        Optional<QueuePlace> inQueue = after.filter(place -> !place.needsReview());
        List<WaitingRunDocument> found =
                after.isPresent() && inQueue.isEmpty() ? new ArrayList<>() : queued(inQueue, most);
        if (found.size() < most) {
            found.addAll(toReview(after.filter(QueuePlace::needsReview), most - found.size()));
        }
        return found;
    }

    private List<WaitingRunDocument> queued(Optional<QueuePlace> after, int most) {
        return runs.find(and(eq("state", RunState.QUEUED), behind(after)))
                .projection(WaitingRunDocument.FIELDS)
                .sort(ORDER)
                .limit(most)
                .maxTime(LONGEST_SECONDS, TimeUnit.SECONDS)
                .into(new ArrayList<>());
    }

    private List<WaitingRunDocument> toReview(Optional<QueuePlace> after, int most) {
        return runs.aggregate(List.of(
                        match(and(eq("state", RunState.NEEDS_REVIEW), behind(after))),
                        sort(ORDER),
                        lookup("cases", "ticketId", "_id", "cases"),
                        match(openAndNobodys()),
                        lookup(
                                "runs",
                                List.of(
                                        new Variable<>("ticket", "$ticketId"),
                                        new Variable<>("version", "$ticketVersion"),
                                        new Variable<>("run", "$_id")),
                                List.of(match(isNewer()), limit(1), project(new Document("_id", 1))),
                                "newer"),
                        match(eq("newer", List.of())),
                        limit(most),
                        project(WaitingRunDocument.FIELDS)))
                .maxTime(LONGEST_SECONDS, TimeUnit.SECONDS)
                .into(new ArrayList<>());
    }

    /** By what was told of the ticket; of one of which nothing was told that is true. */
    private static Bson openAndNobodys() {
        return and(
                exists("cases.assigneeId", false),
                nin("cases.status", TicketStatus.RESOLVED, TicketStatus.CLOSED),
                ne("cases.deleted", true));
    }

    private static Bson isNewer() {
        return Document.parse("""
                {"$expr": {"$and": [
                  {"$eq": ["$ticketId", "$$ticket"]},
                  {"$or": [
                    {"$gt": ["$ticketVersion", "$$version"]},
                    {"$and": [{"$eq": ["$ticketVersion", "$$version"]}, {"$gt": ["$_id", "$$run"]}]}]}]}}
                """);
    }

    private static Bson behind(Optional<QueuePlace> after) {
        return after.map(WaitingRuns::behind).orElseGet(Filters::empty);
    }

    /** A run without a rank comes behind all that have one. */
    private static Bson behind(QueuePlace place) {
        Integer rank = place.rank() == 0 ? null : place.rank();
        Bson lower = rank == null ? Filters.nor(Filters.empty()) : or(lt("rank", rank), eq("rank", null));
        return or(
                lower,
                and(eq("rank", rank), gt("createdAt", place.createdAt())),
                and(eq("rank", rank), eq("createdAt", place.createdAt()), gt("_id", place.id())));
    }
}
