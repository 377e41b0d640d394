package io.ticketing.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The outbox field in Mongo: reading, confirming, and taking over what was left behind. Only what a majority of the replica set has is
 * read: a fact that a failover may yet undo is none.
 */
final class OutboxStore {

    private final MongoCollection<WaitingDocument> documents;

    OutboxStore(MongoCollection<?> collection) {
        this.documents = collection.withDocumentClass(WaitingDocument.class).withReadConcern(ReadConcern.MAJORITY);
    }

    /** The index behind {@link #takeOver}; sparse, so that it holds only documents with waiting facts. */
    void ensureIndex() {
        documents.createIndex(
                Indexes.ascending("outbox.leasedUntil"),
                new IndexOptions().name("outbox").sparse(true));
    }

    Optional<OutboxState> find(String id) {
        return Optional.ofNullable(documents
                        .find(eq("_id", id))
                        .projection(include("outbox"))
                        .first())
                .map(WaitingDocument::outbox);
    }

    /** Forgets facts that are out, and says what was added meanwhile. Repeating it changes nothing. */
    Optional<OutboxState> confirm(String id, List<String> factIds) {
        Bson rest = new Document(
                "$filter",
                new Document("input", "$outbox.facts")
                        .append("cond", new Document("$not", new Document("$in", List.of("$$this.id", factIds)))));
        Bson none = new Document("$eq", List.of(new Document("$size", "$outbox.facts"), 0));
        return Optional.ofNullable(documents.findOneAndUpdate(
                        and(eq("_id", id), exists("outbox.facts")),
                        List.of(
                                new Document("$set", new Document("outbox.facts", rest)),
                                new Document(
                                        "$set",
                                        new Document(
                                                "outbox",
                                                new Document("$cond", List.of(none, "$$REMOVE", "$outbox"))))),
                        after()))
                .map(WaitingDocument::outbox);
    }

    /** Removes a tombstone whose facts are all out; leaves it when another fact was added meanwhile. */
    void remove(String id, List<String> factIds) {
        documents.deleteOne(and(
                eq("_id", id), eq("outbox.removeWhenEmpty", true), not(elemMatch("outbox.facts", nin("id", factIds)))));
    }

    /** Makes the lease longer; false when it is no longer the one that was taken. */
    boolean renew(String id, Instant leasedUntil, Instant longer) {
        return documents
                        .updateOne(
                                and(eq("_id", id), eq("outbox.leasedUntil", leasedUntil)),
                                Updates.set("outbox.leasedUntil", longer))
                        .getMatchedCount()
                == 1;
    }

    /** Reserves the document whose lease ran out first, if there is one. Two sweepers never get the same. */
    Optional<String> takeOver(Instant now, Instant until) {
        return Optional.ofNullable(documents.findOneAndUpdate(
                        lt("outbox.leasedUntil", now), Updates.set("outbox.leasedUntil", until), oldestFirst()))
                .map(WaitingDocument::id);
    }

    private static FindOneAndUpdateOptions after() {
        return new FindOneAndUpdateOptions()
                .returnDocument(ReturnDocument.AFTER)
                .projection(Projections.include("outbox"));
    }

    private static FindOneAndUpdateOptions oldestFirst() {
        return after().sort(Sorts.ascending("outbox.leasedUntil"));
    }
}
