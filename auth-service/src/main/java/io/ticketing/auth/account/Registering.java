package io.ticketing.auth.account;

import io.ticketing.auth.password.PasswordHashing;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Fact;
import io.ticketing.events.UserSignedUp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.types.ObjectId;

/** Makes an account. Of those who want the same name or address at once, exactly one gets it. */
@ApplicationScoped
class Registering {

    private final Users users;
    private final PasswordHashing hashing;
    private final Clock clock;

    Registering(Users users, PasswordHashing hashing, Clock clock) {
        this.users = users;
        this.hashing = hashing;
        this.clock = clock;
    }

    Registration register(String username, EmailAddress email, String password, List<String> skills) {
        if (isTaken(email)) {
            return new Registration.EmailTaken();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        User user = User.registered(
                new ObjectId().toHexString(), username, email.value(), hashing.hash(password), skills, now);
        if (users.add(user, changed(user), signedUp(user))) {
            return new Registration.Registered(user);
        }
        return isTaken(email) ? new Registration.EmailTaken() : new Registration.UsernameTaken();
    }

    private boolean isTaken(EmailAddress email) {
        return users.findByEmail(email.value()).isPresent();
    }

    private static Fact changed(User user) {
        return Fact.of(user.id(), user.version(), user.updatedAt(), user.state());
    }

    private static Fact signedUp(User user) {
        return Fact.of(
                user.id(),
                user.version(),
                user.updatedAt(),
                new UserSignedUp(user.id(), user.username(), user.email()));
    }
}
