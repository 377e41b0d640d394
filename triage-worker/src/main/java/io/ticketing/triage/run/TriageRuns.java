package io.ticketing.triage.run;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static java.util.Objects.requireNonNull;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;

/** All runs, in the collection {@code runs}: taking one for a while, and writing to it as long as it is held. */
public class TriageRuns {

    private static final int REMEMBERED_FACTS = 64;

    private final MongoCollection<RunDocument> runs;
    private final Clock clock;
    private final Duration lease;

    /**
     * The runs in that collection.
     *
     * @param lease how long a worker holds a run without a sign of life
     */
    public TriageRuns(MongoCollection<RunDocument> runs, Clock clock, Duration lease) {
        this.runs = runs;
        this.clock = clock;
        this.lease = lease;
    }

    /** Those that wait for somebody. */
    WaitingLine waitingLine() {
        return new WaitingLine(runs);
    }

    /** Makes the indexes; harmless when they are there. */
    public void ensureIndexes() {
        runs.createIndex(Indexes.ascending("wakeAt"), new IndexOptions().sparse(true));
        runs.createIndex(Indexes.compoundIndex(
                Indexes.ascending("state"), Indexes.descending("rank"), Indexes.ascending("createdAt", "_id")));
        runs.createIndex(Indexes.ascending("ticketId"));
        runs.createIndex(
                Indexes.ascending("skills"),
                new IndexOptions().partialFilterExpression(eq("state", RunState.QUEUED.name())));
    }

    /** Begins a run; one that is there already stays as it is. */
    public void begin(RunDocument run) {
        try {
            runs.insertOne(run);
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
        }
    }

    /** That run. */
    public Optional<RunDocument> find(String id) {
        return Optional.ofNullable(runs.find(eq("_id", id)).first());
    }

    /** The run of that ticket that counts: the one of what it said last, and of those the one that was wanted last ({@link RetriedRun}). */
    public Optional<RunDocument> newest(String ticketId) {
        return Optional.ofNullable(runs.find(eq("ticketId", ticketId))
                .sort(Sorts.descending("ticketVersion", "_id"))
                .first());
    }

    /** Whether the ticket has a run of something that it said later. */
    boolean hasNewerThan(String ticketId, long ticketVersion) {
        return newest(ticketId)
                .filter(newest -> newest.ticketVersion() > ticketVersion)
                .isPresent();
    }

    /**
     * Stops the ticket's runs of what it said before, those that have not ended. Whoever works on one writes nothing any more, and what any of
     * them had still to tell is void: until something is told of a newer run it would still count. Says whether there was one.
     */
    boolean stopOlderThan(String ticketId, long ticketVersion) {
        Bson before = and(eq("ticketId", ticketId), lt("ticketVersion", ticketVersion));
        runs.updateMany(
                and(before, in("state", RunState.DONE, RunState.NEEDS_REVIEW), exists("outbox")),
                Updates.unset("outbox"));
        Bson older = and(before, in("state", RunState.ACTIVE, RunState.QUEUED));
        Bson stopped = Updates.combine(
                Updates.set("state", RunState.SUPERSEDED), Updates.unset("wakeAt"), Updates.unset("outbox"));
        return runs.updateMany(older, stopped).getModifiedCount() > 0;
    }

    /** What runs of its ticket before that one, which have ended, had still to tell is void: until something is told of this one it would still count. */
    void silenceBefore(RunDocument run) {
        Bson before = or(
                lt("ticketVersion", run.ticketVersion()),
                and(eq("ticketVersion", run.ticketVersion()), lt("_id", run.id())));
        runs.updateMany(
                and(
                        eq("ticketId", run.ticketId()),
                        before,
                        in("state", RunState.DONE, RunState.NEEDS_REVIEW),
                        exists("outbox")),
                Updates.unset("outbox"));
    }

    /** Removes the runs of a ticket with all that they hold. */
    void removeAllOf(String ticketId) {
        runs.deleteMany(eq("ticketId", ticketId));
    }

    /** Takes the run that has been due for the longest, if one is, but none of {@code inHand}. Two workers never get the same. */
    public Optional<RunDocument> takeDue(String owner, Collection<String> inHand) {
        return take(and(lte("wakeAt", clock.instant()), nin("_id", inHand)), owner);
    }

    /** Takes that run, if it is queued and nobody has it. */
    public Optional<RunDocument> takeQueued(String id, String owner) {
        Bson free = or(exists("wakeAt", false), eq("wakeAt", null), lte("wakeAt", clock.instant()));
        return take(and(eq("_id", id), eq("state", RunState.QUEUED), free), owner);
    }

    /** Takes that run for its next step, if it has one and nobody works on it. */
    Optional<RunDocument> takeLed(String id, String owner) {
        Bson free = or(eq("lease.owner", null), lte("wakeAt", clock.instant()));
        return take(and(eq("_id", id), eq("state", RunState.ACTIVE), free), owner);
    }

    /** Leaves a run that is held to the engine that leads it; a worker takes it when its next step has not come after {@code patience}. */
    void leave(RunDocument run, Duration patience) {
        Bson held = heldWith(requireNonNull(run.lease(), "lease"), run.id());
        Bson left =
                Updates.combine(Updates.set("wakeAt", clock.instant().plus(patience)), Updates.unset("lease.owner"));
        runs.updateOne(and(held, eq("state", RunState.ACTIVE)), left);
    }

    /** That run is due for a worker now, unless somebody works on it: the engine that led it has given it up. */
    void endLead(String id) {
        runs.updateOne(and(eq("_id", id), led()), Updates.set("wakeAt", clock.instant()));
    }

    /** All runs that an engine outside leads are due for a worker now. */
    void endAllLeads() {
        runs.updateMany(led(), Updates.set("wakeAt", clock.instant()));
    }

    private Bson led() {
        return and(eq("state", RunState.ACTIVE), eq("lease.owner", null), gt("wakeAt", clock.instant()));
    }

    /** The run of that ticket is due if it is queued, so that it can end. Says whether there is one. */
    public boolean wakeQueued(String ticketId) {
        Bson queued = and(eq("ticketId", ticketId), eq("state", RunState.QUEUED), eq("wakeAt", null));
        return runs.updateMany(queued, Updates.set("wakeAt", clock.instant())).getModifiedCount() > 0;
    }

    /**
     * Opens the ticket's latest run again, if it has ended: it keeps what it found out, and looks for somebody else. Done once for a fact, however
     * often that comes; a run that has not ended only remembers it.
     */
    public void reopen(String ticketId, String factId) {
        newest(ticketId).ifPresent(latest -> reopen(latest, factId));
    }

    private void reopen(RunDocument latest, String factId) {
        Bson unheard = and(eq("_id", latest.id()), ne("handled", factId));
        Bson heard = Updates.pushEach("handled", List.of(factId), new PushOptions().slice(-REMEMBERED_FACTS));
        Bson ended = and(unheard, in("state", RunState.DONE, RunState.NEEDS_REVIEW));
        if (runs.updateOne(ended, Updates.combine(heard, again(latest))).getModifiedCount() == 0) {
            runs.updateOne(unheard, heard);
        }
    }

    /** With a new lease, so that whoever ended the run does not touch it any more. */
    private Bson again(RunDocument ended) {
        return Updates.combine(
                Updates.set("state", RunState.ACTIVE),
                Updates.set("next", ended.analysis() == null ? ended.next() : Step.ASSIGN),
                Updates.set("wakeAt", clock.instant()),
                Updates.inc("lease.token", 1L),
                Updates.inc("version", 1L),
                Updates.set("takings", 0),
                Updates.set("failures", 0),
                Updates.unset("assigneeId"),
                Updates.unset("explanation"),
                Updates.unset("reason"),
                Updates.unset("queuedAt"),
                Updates.unset("waitingSince"));
    }

    /**
     * Writes a change, if the run is still held with the lease that {@code run} came with.
     *
     * @return the run afterwards; empty when somebody else has taken it, and nothing was written
     */
    public Optional<RunDocument> write(RunDocument run, Bson change) {
        Bson stillHeld = heldWith(requireNonNull(run.lease(), "lease"), run.id());
        return Optional.ofNullable(runs.findOneAndUpdate(stillHeld, change, after()));
    }

    /** A sign of life for the runs that are held with these leases. A lease that ran out holds again, unless somebody else has taken the run. */
    public void renew(Map<String, Lease> leases) {
        List<Bson> stillHeld = leases.entrySet().stream()
                .map(held -> heldWith(held.getValue(), held.getKey()))
                .toList();
        runs.updateMany(or(stillHeld), Updates.set("wakeAt", leaseEnd()));
    }

    /** Gives back at once all that the worker holds, so that any other may go on; it does not count as a taking without progress. */
    public void giveBack(String owner) {
        runs.updateMany(
                and(eq("lease.owner", owner), gt("wakeAt", clock.instant())),
                Updates.combine(Updates.set("wakeAt", clock.instant()), Updates.inc("takings", -1)));
    }

    private Optional<RunDocument> take(Bson which, String owner) {
        Bson change = Updates.combine(
                Updates.set("wakeAt", leaseEnd()),
                Updates.set("lease.owner", owner),
                Updates.inc("lease.token", 1L),
                Updates.inc("takings", 1));
        return Optional.ofNullable(runs.findOneAndUpdate(which, change, after().sort(Sorts.ascending("wakeAt"))));
    }

    private static Bson heldWith(Lease lease, String id) {
        return and(
                eq("_id", id),
                eq("lease.owner", requireNonNull(lease.owner(), "owner")),
                eq("lease.token", lease.token()),
                exists("wakeAt"));
    }

    private Instant leaseEnd() {
        return clock.instant().plus(lease);
    }

    private static FindOneAndUpdateOptions after() {
        return new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    }
}
