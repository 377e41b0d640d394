package io.ticketing.ticket.comment;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A comment in Mongo.
 *
 * @param number its place among all comments of the ticket, from 1; never shown, since it counts what the requester must not know of
 */
@MongoEntity(collection = "comments")
@RegisterForReflection
public record CommentDocument(
        @BsonId String id,
        String ticketId,
        long number,
        String authorId,
        String body,
        boolean internal,
        Instant createdAt) {

    static CommentDocument of(Comment comment, long number) {
        return new CommentDocument(
                comment.id(),
                comment.ticketId(),
                number,
                comment.authorId(),
                comment.body(),
                comment.internal(),
                comment.createdAt());
    }

    Comment comment() {
        return new Comment(id, ticketId, authorId, body, internal, createdAt);
    }

    /** The id alone: what people typed must not end up in a log. */
    @Override
    public String toString() {
        return "CommentDocument[" + id + "]";
    }
}
