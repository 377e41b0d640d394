package io.ticketing.triage.assignment;

import io.ticketing.events.Role;
import io.ticketing.standing.KnownUser;
import io.ticketing.standing.KnownUsers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The staff among the users that this service knows. */
@ApplicationScoped
class KnownStaff implements Staff {

    private final KnownUsers users;
    private final Clock clock;

    KnownStaff(KnownUsers users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    public List<StaffMember> members() {
        Instant now = clock.instant();
        return Stream.of(Role.MODERATOR, Role.ADMIN)
                .flatMap(role -> users.withRole(role).stream())
                .map(user -> member(user, now))
                .toList();
    }

    @Override
    public boolean isGone(String userId) {
        return users.isGone(userId);
    }

    @Override
    public boolean isHindered(String userId) {
        return users.hindrance(userId).isPresent();
    }

    private static StaffMember member(KnownUser user, Instant now) {
        Instant worksFrom = user.worksFrom(now);
        return new StaffMember(
                user.id(),
                user.role(),
                user.isActive(),
                user.onboarded(),
                worksFrom.isAfter(now) ? worksFrom : null,
                user.capacity(),
                user.skills());
    }
}
