package io.ticketing.auth.account;

import io.ticketing.auth.user.Presence;
import io.ticketing.auth.user.Profile;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Workload;
import io.ticketing.web.input.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change of his account; null where nothing.
 *
 * @param username shown name
 * @param skills replace those before
 * @param location blank for none
 * @param bio blank for none
 * @param presence whether he takes work
 * @param password the password
 */
record AccountChange(
        @Nullable String username,
        @Nullable List<String> skills,
        @Nullable String location,
        @Nullable String bio,
        @Nullable Presence presence,
        @Nullable NewPassword password) {

    /**
     * Another password.
     *
     * @param chosen the new one
     * @param current the one before; null when it was not given
     */
    record NewPassword(String chosen, @Nullable String current) {

        /** Nothing secret, so that it may stand in a log. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    /** Whether he wants to be called otherwise than now. */
    boolean renames(User user) {
        return username != null && !username.equals(user.username());
    }

    /** What he tells of himself from now on. */
    Profile profileOf(User user) {
        Profile before = user.profile();
        return new Profile(
                Objects.requireNonNullElse(username, before.username()),
                Objects.requireNonNullElse(skills, before.skills()),
                cleared(location, before.location()),
                cleared(bio, before.bio()));
    }

    /** How much work he takes from now on. */
    Workload workloadOf(User user) {
        Workload before = user.workload();
        return presence == null ? before : new Workload(before.capacity(), presence.awayUntil());
    }

    /** The names of what is different from then to now, the password aside. */
    static List<String> differences(User then, User now) {
        List<String> names = new ArrayList<>();
        add(names, "username", then.username(), now.username());
        add(names, "skills", then.profile().skills(), now.profile().skills());
        add(names, "location", then.profile().location(), now.profile().location());
        add(names, "bio", then.profile().bio(), now.profile().bio());
        add(names, "availability", then.workload().awayUntil(), now.workload().awayUntil());
        return names;
    }

    private static void add(List<String> names, String name, @Nullable Object then, @Nullable Object now) {
        if (!Objects.equals(then, now)) {
            names.add(name);
        }
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
        return "AccountChange[]";
    }
}
