package io.ticketing.ticket.comment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.ticket.ErasedWithTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** The comments on all tickets, each ticket's in the order in which they were made. They go with their ticket. */
@ApplicationScoped
public class Comments implements PanacheMongoRepositoryBase<CommentDocument, String>, ErasedWithTicket {

    void createIndexes(@Observes StartupEvent event) {
        mongoCollection()
                .createIndexes(List.of(
                        new IndexModel(Indexes.ascending("ticketId", "number"), new IndexOptions().unique(true)),
                        new IndexModel(Indexes.ascending("ticketId", "internal", "number"))));
    }

    /** Adds a comment, as the ticket's last. The transaction has to have written the ticket, so that no two add at once. */
    void add(ClientSession transaction, Comment comment) {
        CommentDocument last = mongoCollection()
                .find(transaction, eq("ticketId", comment.ticketId()))
                .sort(Sorts.descending("number"))
                .first();
        mongoCollection().insertOne(transaction, CommentDocument.of(comment, last == null ? 1 : last.number() + 1));
    }

    /**
     * Comments on a ticket, oldest first.
     *
     * @param internalToo whether those are among them that only staff may know of
     * @param behind the number of the last one that is not wanted any more
     * @param most how many at most
     */
    List<Comment> of(String ticketId, boolean internalToo, long behind, int most) {
        return mongoCollection()
                .find(and(of(ticketId, internalToo), gt("number", behind)))
                .sort(Sorts.ascending("number"))
                .limit(most)
                .map(CommentDocument::comment)
                .into(new ArrayList<>());
    }

    /** The number of a comment on that ticket; empty when there is none, or none that the caller may know of. */
    Optional<Long> number(String ticketId, boolean internalToo, String commentId) {
        return Optional.ofNullable(mongoCollection()
                        .find(and(eq("_id", commentId), of(ticketId, internalToo)))
                        .first())
                .map(CommentDocument::number);
    }

    @Override
    public void erase(ClientSession transaction, String ticketId) {
        mongoCollection().deleteMany(transaction, eq("ticketId", ticketId));
    }

    private static Bson of(String ticketId, boolean internalToo) {
        return and(eq("ticketId", ticketId), internalToo ? empty() : eq("internal", false));
    }
}
