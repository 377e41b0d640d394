package io.ticketing.auth.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of himself.
 *
 * @param username shown name, as typed
 * @param skills as typed
 * @param location free text
 * @param bio free text
 */
public record Profile(
        String username,
        List<String> skills,
        @Nullable String location,
        @Nullable String bio) {

    public Profile {
        skills = List.copyOf(skills);
    }

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "Profile[]";
    }
}
