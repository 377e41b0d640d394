package io.ticketing.triage.run;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.ticketing.triage.assignment.Line;
import io.ticketing.triage.assignment.Need;
import io.ticketing.triage.assignment.Turn;
import java.util.Collection;
import org.bson.conversions.Bson;

/** The runs that wait for somebody, in the order in which they are served: highest priority first, then oldest. */
final class WaitingLine implements Line {

    private static final int BATCH = 1_000;

    private final MongoCollection<RunDocument> runs;

    WaitingLine(MongoCollection<RunDocument> runs) {
        this.runs = runs;
    }

    /** All of them, in order. Close it. */
    MongoCursor<QueuedRunDocument> all() {
        return runs.withDocumentClass(QueuedRunDocument.class)
                .find(eq("state", RunState.QUEUED))
                .projection(Projections.include(
                        "ticketId",
                        "requesterId",
                        "rank",
                        "createdAt",
                        "analysis.relatedSkills",
                        "skills",
                        "queuedAt",
                        "waitingSince"))
                .sort(Sorts.orderBy(Sorts.descending("rank"), Sorts.ascending("createdAt", "_id")))
                .batchSize(BATCH)
                .cursor();
    }

    @Override
    public long before(Need need, Collection<String> skills, String userId, int enough) {
        Turn turn = need.turn();
        Bson older = or(lt("createdAt", turn.since()), and(eq("createdAt", turn.since()), lt("_id", turn.runId())));
        return runs.countDocuments(
                and(
                        eq("state", RunState.QUEUED),
                        or(in("skills", skills), leftByEarlierVersion(skills)),
                        ne("requesterId", userId),
                        or(gt("rank", turn.rank()), and(eq("rank", turn.rank()), older))),
                new CountOptions().limit(enough));
    }

    /** Runs that began to wait when what they looked for was the analysis alone. */
    private static Bson leftByEarlierVersion(Collection<String> skills) {
        return and(exists("skills", false), in("analysis.relatedSkills", skills));
    }
}
