package io.ticketing.auth.account;

import io.ticketing.auth.password.PasswordHashing;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Checks address and password. Unknown addresses cost as much time as wrong passwords. */
@ApplicationScoped
class SigningIn {

    private final Users users;
    private final PasswordHashing hashing;

    SigningIn(Users users, PasswordHashing hashing) {
        this.users = users;
        this.hashing = hashing;
    }

    SignIn signIn(EmailAddress email, String password) {
        Optional<User> user = users.findByEmail(email.value());
        boolean right =
                hashing.matches(password, user.map(known -> known.credentials().passwordHash()));
        return user.filter(known -> right).map(SigningIn::in).orElseGet(SignIn.Refused::new);
    }

    private static SignIn in(User user) {
        return user.isActive() ? new SignIn.SignedIn(user) : new SignIn.Inactive();
    }
}
