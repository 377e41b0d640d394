package io.ticketing.standing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import io.ticketing.events.Role;
import io.ticketing.events.UserChanged;
import io.ticketing.web.caller.Standing;
import io.ticketing.web.caller.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The users that this service knows, in the collection {@code known-users} of its own database. Of whoever was deleted only the id stays, so
 * that his tokens end and no late fact brings him back.
 */
@ApplicationScoped
public class KnownUsers implements Standings {

    private static final Standing GONE = new Standing(0, "student", false, false, Long.MAX_VALUE, Set.of());
    private static final Bson NOT_GONE = ne("gone", true);

    private final MongoCollection<KnownUser> users;

    KnownUsers(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.users = mongo.getDatabase(database).getCollection("known-users", KnownUser.class);
    }

    @Override
    public Optional<Standing> of(String userId) {
        Optional<Standing> standing = find(userId).map(KnownUser::standing);
        return standing.isEmpty() && isGone(userId) ? Optional.of(GONE) : standing;
    }

    /** Whether that user was deleted. */
    public boolean isGone(String userId) {
        return users.countDocuments(and(eq("_id", userId), eq("gone", true))) > 0;
    }

    /** What keeps that user from working on tickets; empty when nothing does, and as long as no fact of him has arrived. */
    public Optional<Hindrance> hindrance(String userId) {
        Optional<KnownUser> user = find(userId);
        return user.isEmpty() && isGone(userId) ? Optional.of(Hindrance.DELETED) : user.flatMap(KnownUser::hindrance);
    }

    /** Those of the users that were deleted. */
    public Set<String> gone(Collection<String> userIds) {
        return users.withDocumentClass(Document.class)
                .find(and(in("_id", userIds), eq("gone", true)))
                .map(user -> user.getString("_id"))
                .into(new HashSet<>());
    }

    /** That user, if any fact of him has arrived. */
    public Optional<KnownUser> find(String userId) {
        return Optional.ofNullable(users.find(and(eq("_id", userId), NOT_GONE)).first());
    }

    /** Those of the users that are known, by id. */
    public Map<String, KnownUser> find(Collection<String> userIds) {
        return StreamSupport.stream(
                        users.find(and(in("_id", userIds), NOT_GONE)).spliterator(), false)
                .collect(Collectors.toMap(KnownUser::id, Function.identity()));
    }

    /** All users with that role, active or not. */
    public List<KnownUser> withRole(Role role) {
        return StreamSupport.stream(users.find(eq("role", role)).spliterator(), false)
                .toList();
    }

    /** Forgets everything of a user but that he was there; no state of him is taken over any more. For whoever hears first of the deletion. */
    public void forget(String userId) {
        users.withDocumentClass(Document.class)
                .replaceOne(
                        eq("_id", userId),
                        new Document("sequence", Long.MAX_VALUE).append("gone", true),
                        new ReplaceOptions().upsert(true));
    }

    /** Takes over a newer state; an older one, or the same again, changes nothing. Says whether this is the state now. */
    boolean apply(UserChanged user, long sequence) {
        try {
            users.replaceOne(
                    and(eq("_id", user.id()), lt("sequence", sequence)),
                    KnownUser.of(user, sequence),
                    new ReplaceOptions().upsert(true));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return users.find(and(eq("_id", user.id()), eq("sequence", sequence)))
                                .first()
                        != null;
            }
            throw failure;
        }
    }
}
