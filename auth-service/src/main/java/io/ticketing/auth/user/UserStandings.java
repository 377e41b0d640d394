package io.ticketing.auth.user;

import io.ticketing.web.caller.Standing;
import io.ticketing.web.caller.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** This service knows every user there is: whoever is not among them is gone, and so are his tokens. */
@ApplicationScoped
class UserStandings implements Standings {

    private static final Standing GONE = new Standing(0, "student", false, false, Long.MAX_VALUE, Set.of());

    private final Users users;

    UserStandings(Users users) {
        this.users = users;
    }

    @Override
    public Optional<Standing> of(String userId) {
        return Optional.of(users.find(userId).map(UserStandings::standing).orElse(GONE));
    }

    private static Standing standing(User user) {
        return new Standing(
                user.version(),
                user.role().wireName(),
                user.isActive(),
                user.isOnboarded(),
                user.tokens().notBefore(),
                user.tokens().ended().stream().map(EndedToken::id).collect(Collectors.toSet()));
    }
}
