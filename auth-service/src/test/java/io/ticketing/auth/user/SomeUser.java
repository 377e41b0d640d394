package io.ticketing.auth.user;

import io.ticketing.events.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.types.ObjectId;

/** Users who did not register. */
public final class SomeUser {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private SomeUser() {}

    /** Somebody whom no other test knows. */
    public static User unknown() {
        String name = "p-" + UUID.randomUUID().toString().substring(0, 20);
        return User.registered(
                new ObjectId().toHexString(),
                name + "@example.org",
                new Profile(name, List.of(), null, null),
                Credentials.google(name),
                NOW);
    }

    /** The same with that role, onboarded. */
    public static User unknown(Role role) {
        return unknown().as(role, Onboarding.unasked(NOW));
    }

    /** A new user with that role, added. */
    public static User added(Users users, Role role) {
        User user = unknown(role);
        if (!users.add(user, List.of())) {
            throw new IllegalStateException("not added");
        }
        return user;
    }
}
