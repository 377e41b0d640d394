package io.ticketing.standing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The users that this service knows, in the collection {@code known-users} of its own database. */
@ApplicationScoped
public class KnownUsers implements Standings {

    private final MongoCollection<KnownUser> users;

    KnownUsers(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.users = mongo.getDatabase(database).getCollection("known-users", KnownUser.class);
    }

    @Override
    public Optional<Standing> of(String userId) {
        return find(userId).map(KnownUser::standing);
    }

    /** That user, if any fact of him has arrived. */
    public Optional<KnownUser> find(String userId) {
        return Optional.ofNullable(users.find(eq("_id", userId)).first());
    }

    /** Those of the users that are known, by id. */
    public Map<String, KnownUser> find(Collection<String> userIds) {
        return StreamSupport.stream(users.find(in("_id", userIds)).spliterator(), false)
                .collect(Collectors.toMap(KnownUser::id, Function.identity()));
    }

    /** All users with that role, active or not. */
    public List<KnownUser> withRole(Role role) {
        return StreamSupport.stream(users.find(eq("role", role)).spliterator(), false)
                .toList();
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
