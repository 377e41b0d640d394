package io.ticketing.triage.explain;

import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.replaceRoot;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import io.ticketing.triage.assignment.Turn;
import io.ticketing.triage.desk.CaseDocument;
import io.ticketing.triage.run.RunState;
import io.ticketing.triage.run.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What waits: first for somebody who is free, in the order in which it is served, then for a person who looks: whatever nobody has, though its
 * run has ended, since it could not end otherwise, or since a person took the ticket from whoever had it.
 */
@ApplicationScoped
class WaitingRuns {

    private static final long LONGEST_SECONDS = 5;
    private static final Bson ORDER = Sorts.orderBy(Sorts.descending("rank"), Sorts.ascending("createdAt", "_id"));

    private static final Bson NEWEST_RUN = Document.parse("""
            {$lookup: {from: 'runs', localField: '_id', foreignField: 'ticketId',
              pipeline: [{$sort: {ticketVersion: -1, _id: -1}}, {$limit: 1}], as: 'run'}}""");

    private static final Duration UNTIL_TOLD = Duration.ofMinutes(1);

    private final MongoCollection<WaitingRunDocument> runs;
    private final MongoCollection<CaseDocument> cases;
    private final Clock clock;

    WaitingRuns(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database, Clock clock) {
        MongoDatabase triage = mongo.getDatabase(database);
        this.runs = triage.getCollection("runs", WaitingRunDocument.class);
        this.cases = triage.getCollection("cases", CaseDocument.class);
        this.clock = clock;
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

    /** Found from the tickets that nobody has, since they are few, and runs that have ended ever more. */
    private List<WaitingRunDocument> toReview(Optional<QueuePlace> after, int most) {
        return cases.aggregate(
                        List.of(
                                match(openAndNobodys()),
                                NEWEST_RUN,
                                unwind("$run"),
                                replaceRoot(asPeopleWant()),
                                match(and(needsAPerson(), behind(after))),
                                sort(ORDER),
                                limit(most),
                                project(WaitingRunDocument.FIELDS)),
                        WaitingRunDocument.class)
                .maxTime(LONGEST_SECONDS, TimeUnit.SECONDS)
                .into(new ArrayList<>());
    }

    /** The run, with the rank of the priority that a person has set, if one has. */
    private static Document asPeopleWant() {
        List<Document> ranks = Stream.of(Priority.values())
                .map(priority -> new Document("case", new Document("$eq", List.of("$priority", priority.name())))
                        .append("then", Turn.rank(priority)))
                .toList();
        Document rank = new Document("$switch", new Document("branches", ranks).append("default", "$run.rank"));
        Document ofTheCase = new Document("withheld", "$withheld").append("rank", rank);
        return new Document("$mergeObjects", List.of("$run", ofTheCase));
    }

    /** By what was told of the ticket. */
    private static Bson openAndNobodys() {
        return and(
                eq("assigneeId", null), nin("status", TicketStatus.RESOLVED, TicketStatus.CLOSED), eq("deleted", null));
    }

    /** One that has found somebody says so to ticket-service, and it takes a moment until the ticket is his. */
    private Bson needsAPerson() {
        Bson isNotHisThough = or(
                eq("withheld", true),
                and(
                        eq("outbox", null),
                        lt("steps." + Step.COMPLETE.name(), clock.instant().minus(UNTIL_TOLD))));
        return or(eq("state", RunState.NEEDS_REVIEW), and(eq("state", RunState.DONE), isNotHisThough));
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
