package io.ticketing.triage.explain;

import io.ticketing.standing.KnownUser;
import io.ticketing.standing.KnownUsers;
import java.util.Map;
import java.util.Set;

/**
 * Those who were considered for a ticket, as they are called now.
 *
 * @param known those of whom something is known, by id
 * @param gone ids of those who were deleted
 */
record People(Map<String, KnownUser> known, Set<String> gone) {

    private static final String DELETED = "deleted user";

    static People find(KnownUsers users, Set<String> ids) {
        return new People(users.find(ids), users.gone(ids));
    }

    PersonView person(String id) {
        KnownUser user = known.get(id);
        if (user != null) {
            return new PersonView(id, user.username());
        }
        return new PersonView(id, gone.contains(id) ? DELETED : null);
    }
}
