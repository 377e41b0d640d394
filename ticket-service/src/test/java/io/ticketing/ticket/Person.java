package io.ticketing.ticket;

import io.ticketing.events.AccountStatus;
import io.ticketing.events.Availability;
import io.ticketing.events.Fact;
import io.ticketing.events.Role;
import io.ticketing.events.UserChanged;
import io.ticketing.testing.token.TestToken;
import io.ticketing.testing.token.TestTokens;
import java.time.Instant;
import java.util.List;
import org.bson.types.ObjectId;

/** Somebody who calls; what the token says of him, and what a fact would. */
public record Person(String id, String username, Role role, boolean onboarded, AccountStatus status, long version) {

    public static Person student() {
        return somebody(Role.STUDENT);
    }

    public static Person moderator() {
        return somebody(Role.MODERATOR);
    }

    public static Person admin() {
        return somebody(Role.ADMIN);
    }

    public Person as(Role other) {
        return new Person(id, username, other, onboarded, status, version);
    }

    public Person named(String other) {
        return new Person(id, other, role, onboarded, status, version);
    }

    public Person notOnboarded() {
        return new Person(id, username, role, false, status, version);
    }

    public Person inactive() {
        return new Person(id, username, role, onboarded, AccountStatus.INACTIVE, version);
    }

    public Person atVersion(long other) {
        return new Person(id, username, role, onboarded, status, other);
    }

    public String email() {
        return username + "@example.org";
    }

    public TestToken token() {
        return TestTokens.forUser(id, email(), role.wireName(), onboarded).claim("ver", version);
    }

    public String bearer() {
        return token().bearer();
    }

    /** The fact that says all this of him. */
    public Fact fact() {
        return Fact.of(
                id,
                version,
                Instant.now(),
                new UserChanged(
                        id,
                        username,
                        email(),
                        role,
                        status,
                        onboarded,
                        List.of(),
                        10,
                        Availability.present(),
                        0,
                        List.of()));
    }

    private static Person somebody(Role role) {
        String id = new ObjectId().toHexString();
        return new Person(id, role.wireName() + "-" + id, role, true, AccountStatus.ACTIVE, 1);
    }
}
