package io.ticketing.auth.user;

import io.ticketing.web.input.Characters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of what somebody tells of himself; null where nothing.
 *
 * @param username shown name
 * @param skills replace those before
 * @param location blank for none
 * @param bio blank for none
 */
public record ProfileUpdate(
        @Nullable String username,
        @Nullable List<String> skills,
        @Nullable String location,
        @Nullable String bio) {

    /** Nothing changes. */
    public static ProfileUpdate none() {
        return new ProfileUpdate(null, null, null, null);
    }

    /** The profile from now on. */
    public Profile of(Profile before) {
        return new Profile(
                Objects.requireNonNullElse(username, before.username()),
                Objects.requireNonNullElse(skills, before.skills()),
                cleared(location, before.location()),
                cleared(bio, before.bio()));
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
        return "ProfileUpdate[]";
    }
}
