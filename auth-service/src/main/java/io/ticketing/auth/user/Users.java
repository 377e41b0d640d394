package io.ticketing.auth.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoServerException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.quarkus.arc.All;
import io.ticketing.auth.audit.AuditEntry;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.events.Fact;
import io.ticketing.events.FactData;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final TransactionOptions SNAPSHOT = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .build();
    static final Bson NOT_DELETED = exists("outbox.removeWhenEmpty", false);

    private final MongoClient mongo;
    private final UserDocuments documents;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final AuditLog audit;
    private final LastAdmin lastAdmin;
    private final List<KeptOfUsers> keptElsewhere;
    private final Clock clock;

    Users(
            MongoClient mongo,
            UserDocuments documents,
            Outbox outbox,
            OutboxRelay relay,
            AuditLog audit,
            LastAdmin lastAdmin,
            @All List<KeptOfUsers> keptElsewhere,
            Clock clock) {
        this.mongo = mongo;
        this.documents = documents;
        this.outbox = outbox;
        this.relay = relay;
        this.audit = audit;
        this.lastAdmin = lastAdmin;
        this.keptElsewhere = List.copyOf(keptElsewhere);
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

    /** At most so many users of whom an ended token is kept that has run out by itself. */
    public List<User> withTokensToForget(Instant now, int most) {
        return users()
                .find(and(lte("endedTokens.expiresAt", now), NOT_DELETED))
                .limit(most)
                .into(new ArrayList<>())
                .stream()
                .map(UserDocument::user)
                .toList();
    }

    /** Whether there is an admin whose account may be used. */
    public boolean haveActiveAdmin() {
        return users().find(LastAdmin.ACTIVE_ADMIN).first() != null;
    }

    /** Adds a user and tells his state, then whatever else is to be told; false when the address or the name belongs to somebody. */
    public boolean add(User user, List<AuditEntry> recorded, FactData... alsoTold) {
        try {
            return write(user.id(), recorded, transaction -> {
                users().insertOne(transaction, UserDocument.of(user, outbox.holding(facts(user, alsoTold))));
                return true;
            });
        } catch (TakenException taken) {
            return false;
        }
    }

    /**
     * Puts a changed user in the place of the version before, and tells his state, then whatever else is to be told; false when that is no
     * longer the newest.
     *
     * @throws TakenException when the new address, name or account at Google belongs to somebody else; nothing happened then
     * @throws LastAdminException when no active admin would be left; nothing happened then
     */
    public boolean replace(User changed, List<AuditEntry> recorded, FactData... alsoTold) {
        return replace(changed, recorded, transaction -> true, alsoTold);
    }

    /**
     * The same, together with something that is done in the same transaction.
     *
     * @param alongside may be tried more than once; where it answers false nothing happens, and so does this
     */
    public boolean replace(
            User changed, List<AuditEntry> recorded, Predicate<ClientSession> alongside, FactData... alsoTold) {
        Bson update = Updates.combine(
                UserUpdate.to(changed, users().getCodecRegistry()), outbox.adding(facts(changed, alsoTold)));
        return write(
                changed.id(),
                recorded,
                transaction -> update(transaction, changed.id(), changed.version() - 1, update, Optional.of(changed))
                        && alongside.test(transaction));
    }

    /**
     * Deletes a user and everything personal of him at once, and tells so; what else was still to be told of him is not told any more. False
     * when that is no longer the newest version.
     *
     * @throws LastAdminException when no active admin would be left; nothing happened then
     */
    public boolean remove(User user, List<AuditEntry> recorded) {
        long last = user.version() + 1;
        Bson update = Updates.combine(
                UserUpdate.erasing(user.id(), last),
                outbox.removingAfter(UserUpdate.farewell(user.id(), last, clock.instant())));
        return write(user.id(), recorded, transaction -> {
            boolean removed = update(transaction, user.id(), user.version(), update, Optional.empty());
            if (removed) {
                keptElsewhere.forEach(kept -> kept.forget(transaction, user.id()));
            }
            return removed;
        });
    }

    /** Changes that version of a user, unless it is no longer the newest. Refuses to leave no active admin behind. */
    private boolean update(ClientSession transaction, String id, long version, Bson update, Optional<User> after) {
        Bson newest = and(eq("_id", id), eq("version", version), NOT_DELETED);
        UserDocument before = users().find(transaction, newest).first();
        // Not findOneAndUpdate: where that meets another write, the server logs the whole command, addresses included.
        if (before == null || users().updateOne(transaction, newest, update).getMatchedCount() == 0) {
            return false;
        }
        if (after.filter(user -> user.shutsOut(before.user())).isPresent()) {
            keptElsewhere.forEach(kept -> kept.forgetWaysIn(transaction, id));
        }
        if (before.user().isActiveAdmin() && after.filter(User::isActiveAdmin).isEmpty()) {
            lastAdmin.requireAnother(transaction);
        }
        return true;
    }

    private boolean write(String id, List<AuditEntry> recorded, Predicate<ClientSession> change) {
        boolean changed;
        try (ClientSession session = mongo.startSession()) {
            changed = session.withTransaction(
                    () -> {
                        boolean done = change.test(session);
                        if (done) {
                            audit.add(session, recorded);
                        } else {
                            session.abortTransaction();
                        }
                        return done;
                    },
                    SNAPSHOT);
        } catch (MongoServerException failure) {
            throw TakenException.told(failure)
                    .<RuntimeException>map(taken -> taken)
                    .orElse(failure);
        }
        if (changed) {
            relay.carry(id);
        }
        return changed;
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
