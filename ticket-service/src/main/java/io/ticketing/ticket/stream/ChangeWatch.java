package io.ticketing.ticket.stream;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.ticketing.ticket.feed.FeedEntryDocument;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;

/** Sees what happens in the database, in its order. For one thread. */
final class ChangeWatch implements AutoCloseable {

    private final MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> cursor;
    private final Codec<FeedEntryDocument> entries;

    ChangeWatch(MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> cursor, Codec<FeedEntryDocument> entries) {
        this.cursor = cursor;
        this.entries = entries;
    }

    /** The next change; empty when there is none for a while. */
    Optional<Change> next() {
        return Optional.ofNullable(cursor.tryNext()).map(this::change);
    }

    /** Up to where everything was seen. */
    Position position() {
        return position(Objects.requireNonNull(cursor.getResumeToken()));
    }

    @Override
    public void close() {
        cursor.close();
    }

    private Change change(ChangeStreamDocument<BsonDocument> seen) {
        Position position = position(seen.getResumeToken());
        BsonDocument document = seen.getFullDocument();
        if (document != null && ChangeWatches.FEED.equals(seen.getNamespace().getCollectionName())) {
            return new Change.Told(
                    position,
                    entries.decode(
                            new BsonDocumentReader(document),
                            DecoderContext.builder().build()));
        }
        return new Change.StandingChanged(
                position,
                Objects.requireNonNull(seen.getDocumentKey()).getString("_id").getValue());
    }

    private static Position position(BsonDocument token) {
        return new Position(token.getString("_data").getValue());
    }
}
