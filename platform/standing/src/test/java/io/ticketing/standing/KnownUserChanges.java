package io.ticketing.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the service was told of changes. */
@ApplicationScoped
class KnownUserChanges {

    private final List<KnownUser> seen = new CopyOnWriteArrayList<>();
    private final List<String> gone = new CopyOnWriteArrayList<>();

    void on(@Observes KnownUser user) {
        seen.add(user);
    }

    void on(@Observes GoneUser user) {
        gone.add(user.id());
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
