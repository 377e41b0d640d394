package io.ticketing.standing;

import com.mongodb.MongoException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the service was told of changes. */
@ApplicationScoped
class KnownUserChanges {

    private final List<KnownUser> seen = new CopyOnWriteArrayList<>();
    private final List<String> gone = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    void on(@Observes KnownUser user) {
        if (failing.remove(user.id())) {
            throw new MongoException("the database is away");
        }
        seen.add(user);
    }

    void on(@Observes GoneUser user) {
        if (failing.remove(user.id())) {
            throw new MongoException("the database is away");
        }
        gone.add(user.id());
    }

    /** The service cannot do its part for that user at first. */
    void failOnceFor(String userId) {
        failing.add(userId);
    }

    boolean isGone(String userId) {
        return gone.contains(userId);
    }

    List<Long> versionsOf(String userId) {
        return seen.stream()
                .filter(user -> user.id().equals(userId))
                .map(KnownUser::sequence)
                .toList();
    }
}
