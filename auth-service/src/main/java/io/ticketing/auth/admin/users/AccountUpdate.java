package io.ticketing.auth.admin.users;

import static java.util.Objects.requireNonNullElse;

import io.ticketing.auth.user.Presence;
import io.ticketing.auth.user.Profile;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Workload;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import io.ticketing.web.input.Characters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an admin wants to change of an account; null where nothing.
 *
 * @param email lower-cased
 * @param location blank for none
 * @param bio blank for none
 */
record AccountUpdate(
        @Nullable String username,
        @Nullable String email,
        @Nullable List<String> skills,
        @Nullable Role role,
        @Nullable String location,
        @Nullable String bio,
        @Nullable AccountStatus status,
        @Nullable Integer capacity,
        @Nullable Presence presence) {

    /** The status alone. */
    static AccountUpdate of(AccountStatus status) {
        return new AccountUpdate(null, null, null, null, null, null, status, null, null);
    }

    Role roleOf(User before) {
        return requireNonNullElse(role, before.role());
    }

    AccountStatus statusOf(User before) {
        return requireNonNullElse(status, before.status());
    }

    Profile profileOf(User before) {
        Profile profile = before.profile();
        return new Profile(
                requireNonNullElse(username, profile.username()),
                requireNonNullElse(skills, profile.skills()),
                cleared(location, profile.location()),
                cleared(bio, profile.bio()));
    }

    Workload workloadOf(User before) {
        Workload workload = before.workload();
        return new Workload(
                requireNonNullElse(capacity, workload.capacity()),
                presence == null ? workload.awayUntil() : presence.awayUntil());
    }

    /** What is different from then to now, role and status aside, by the names of the fields. */
    static List<String> differences(User then, User now) {
        Map<String, Object> before = fields(then);
        return fields(now).entrySet().stream()
                .filter(field -> !field.getValue().equals(before.get(field.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Map<String, Object> fields(User user) {
        return Map.of(
                "username", user.username(),
                "email", user.email(),
                "skills", user.profile().skills(),
                "location", Optional.ofNullable(user.profile().location()),
                "bio", Optional.ofNullable(user.profile().bio()),
                "capacity", user.workload().capacity(),
                "availability", Optional.ofNullable(user.workload().awayUntil()));
    }

    private static @Nullable String cleared(@Nullable String typed, @Nullable String before) {
        if (typed == null) {
            return before;
        }
        return Characters.isBlank(typed) ? null : typed;
    }

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "AccountUpdate[]";
    }
}
