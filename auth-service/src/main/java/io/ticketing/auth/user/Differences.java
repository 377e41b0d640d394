package io.ticketing.auth.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became different of an account: all that an admin or its owner may set, except role, status and password. */
public final class Differences {

    private Differences() {}

    /** The names of the fields that are different from then to now, in the order of the alphabet. */
    public static List<String> between(User then, User now) {
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
                "availability", user.workload().availability());
    }
}
