package io.ticketing.ticket.view;

import io.ticketing.standing.KnownUser;
import io.ticketing.standing.KnownUsers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Looks up those who have to do with tickets; however many they are, at once. */
@ApplicationScoped
public class PeopleLookup {

    private final KnownUsers users;

    PeopleLookup(KnownUsers users) {
        this.users = users;
    }

    /** Those people. */
    public People find(Set<String> ids) {
        Map<String, KnownUser> known = users.find(ids);
        Set<String> others = new HashSet<>(ids);
        others.removeAll(known.keySet());
        return new People(known, others.isEmpty() ? Set.of() : users.gone(others));
    }
}
