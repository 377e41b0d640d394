package io.ticketing.auth.account;

import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.user.PendingLink;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.web.link.LinkTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes the link that proves an address, once. */
@ApplicationScoped
class ProvingEmail {

    private final Users users;
    private final AuditLog audit;
    private final Clock clock;

    ProvingEmail(Users users, AuditLog audit, Clock clock) {
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when that token proves nothing, or no longer does. */
    boolean prove(String token) {
        String hash = LinkTokens.hash(token);
        Optional<User> user = mailed(hash);
        while (user.isPresent()) {
            User proven = user.get().change().emailProven().at(clock.instant());
            if (users.replace(proven, List.of(audit.done(AuditedAction.EMAIL_PROVEN, proven.id(), proven.id())))) {
                return true;
            }
            user = mailed(hash);
        }
        return false;
    }

    private Optional<User> mailed(String hash) {
        return users.findByEmailProof(hash).filter(user -> {
            PendingLink link = user.credentials().emailProof();
            return link != null && link.isGoodAt(clock.instant());
        });
    }
}
