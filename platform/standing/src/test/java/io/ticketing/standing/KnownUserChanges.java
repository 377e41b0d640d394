package io.ticketing.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the service was told of changes. */
@ApplicationScoped
class KnownUserChanges {

    private final List<KnownUser> seen = new CopyOnWriteArrayList<>();

    void on(@Observes KnownUser user) {
        seen.add(user);
    }

    List<Long> versionsOf(String userId) {
        return seen.stream()
                .filter(user -> user.id().equals(userId))
                .map(KnownUser::sequence)
                .toList();
    }
}
