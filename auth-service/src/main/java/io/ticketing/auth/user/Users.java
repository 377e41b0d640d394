package io.ticketing.auth.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.ticketing.events.Fact;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** All users. A change and the facts that it causes are one write; telling the facts does not delay it. */
@ApplicationScoped
public class Users {

    private final UserDocuments documents;
    private final Outbox outbox;
    private final OutboxRelay relay;

    Users(UserDocuments documents, Outbox outbox, OutboxRelay relay) {
        this.documents = documents;
        this.outbox = outbox;
        this.relay = relay;
    }

    /** That user, if there is one. */
    public Optional<User> find(String id) {
        return documents.findByIdOptional(id).map(UserDocument::user);
    }

    /** Whoever has that address, which must be lower-cased already. */
    public Optional<User> findByEmail(String email) {
        return Optional.ofNullable(users().find(eq("email", email)).first()).map(UserDocument::user);
    }

    /** Adds a user; false when the address or the name belongs to somebody. */
    public boolean add(User user, Fact... facts) {
        try {
            users().insertOne(UserDocument.of(user, outbox.holding(facts)));
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
        relay.carry(user.id());
        return true;
    }

    /** Puts a changed user in the place of the version before; false when that is no longer the newest. */
    public boolean replace(User changed, Fact... facts) {
        UserDocument before = users().findOneAndUpdate(
                        and(eq("_id", changed.id()), eq("version", changed.version() - 1)),
                        Updates.combine(
                                UserUpdate.to(
                                        changed, documents.mongoCollection().getCodecRegistry()),
                                outbox.adding(facts)));
        if (before == null) {
            return false;
        }
        relay.carry(changed.id());
        return true;
    }

    private MongoCollection<UserDocument> users() {
        return documents.mongoCollection();
    }
}
