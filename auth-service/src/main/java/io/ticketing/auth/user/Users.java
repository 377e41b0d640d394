package io.ticketing.auth.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.events.Fact;
import io.ticketing.events.FactData;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * All users. A change, the facts that it causes and what is recorded of it are there together or not at all; telling the facts does not delay
 * it. Whoever was deleted is not found, even while the last facts of him are still to be told.
 */
@ApplicationScoped
public class Users {

    private static final TransactionOptions MAJORITY =
            TransactionOptions.builder().writeConcern(WriteConcern.MAJORITY).build();
    private static final Bson NOT_DELETED = exists("outbox.removeWhenEmpty", false);

    private final MongoClient mongo;
    private final UserDocuments documents;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final AuditLog audit;
    private final Clock clock;

    Users(MongoClient mongo, UserDocuments documents, Outbox outbox, OutboxRelay relay, AuditLog audit, Clock clock) {
        this.mongo = mongo;
        this.documents = documents;
        this.outbox = outbox;
        this.relay = relay;
        this.audit = audit;
        this.clock = clock;
    }

    /** That user, if there is one. */
    public Optional<User> find(String id) {
        return findOne(eq("_id", id));
    }

    /** Whoever has that address, which must be lower-cased already. */
    public Optional<User> findByEmail(String email) {
        return findOne(eq("email", email));
    }

    /** Whoever Google calls so. */
    public Optional<User> findByGoogleSub(String sub) {
        return findOne(eq("googleSub", sub));
    }

    /** Whoever was mailed the link with that token to prove his address; it may have expired. */
    public Optional<User> findByEmailProof(String tokenHash) {
        return findOne(eq("emailProof.tokenHash", tokenHash));
    }

    /** Whoever was mailed the link with that token to set a new password; it may have expired. */
    public Optional<User> findByPasswordReset(String tokenHash) {
        return findOne(eq("passwordReset.tokenHash", tokenHash));
    }

    /** Adds a user and tells his state, then whatever else is to be told; false when the address or the name belongs to somebody. */
    public boolean add(User user, List<AuditEntry> recorded, FactData... alsoTold) {
        try {
            return write(user.id(), recorded, transaction -> {
                users().insertOne(transaction, UserDocument.of(user, outbox.holding(facts(user, alsoTold))));
                return true;
            });
        } catch (MongoWriteException failure) {
            return isTaken(failure);
        }
    }

    /**
     * Puts a changed user in the place of the version before, and tells his state, then whatever else is to be told; false when that is no
     * longer the newest.
     *
     * @throws MongoWriteException of the category {@code DUPLICATE_KEY} when the new address or name belongs to somebody
     */
    public boolean replace(User changed, List<AuditEntry> recorded, FactData... alsoTold) {
        return write(
                changed.id(),
                recorded,
                transaction -> users().findOneAndUpdate(
                                        transaction,
                                        and(eq("_id", changed.id()), eq("version", changed.version() - 1), NOT_DELETED),
                                        Updates.combine(
                                                UserUpdate.to(changed, users().getCodecRegistry()),
                                                outbox.adding(facts(changed, alsoTold))))
                        != null);
    }

    /** Deletes a user and everything personal of him at once, and tells so; false when that is no longer the newest version. */
    public boolean remove(User user, List<AuditEntry> recorded) {
        long last = user.version() + 1;
        return write(
                user.id(),
                recorded,
                transaction -> users().findOneAndUpdate(
                                        transaction,
                                        and(eq("_id", user.id()), eq("version", user.version()), NOT_DELETED),
                                        Updates.combine(
                                                UserUpdate.erasing(user.id(), last),
                                                outbox.removingAfter(
                                                        UserUpdate.farewell(user.id(), last, clock.instant()))))
                        != null);
    }

    private boolean write(String id, List<AuditEntry> recorded, Predicate<ClientSession> change) {
        try (ClientSession session = mongo.startSession()) {
            boolean changed = session.withTransaction(
                    () -> {
                        boolean done = change.test(session);
                        if (done) {
                            audit.add(session, recorded);
                        }
                        return done;
                    },
                    MAJORITY);
            if (changed) {
                relay.carry(id);
            }
            return changed;
        }
    }

    private static boolean isTaken(MongoWriteException failure) {
        if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
            throw failure;
        }
        return false;
    }

    private Optional<User> findOne(Bson filter) {
        return Optional.ofNullable(users().find(and(filter, NOT_DELETED)).first())
                .map(UserDocument::user);
    }

    private static Fact[] facts(User user, FactData... alsoTold) {
        return Stream.concat(Stream.of(user.state()), Stream.of(alsoTold))
                .map(data -> Fact.of(user.id(), user.version(), user.updatedAt(), data))
                .toArray(Fact[]::new);
    }

    private MongoCollection<UserDocument> users() {
        return documents.mongoCollection();
    }
}
