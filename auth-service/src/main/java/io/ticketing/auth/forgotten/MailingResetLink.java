package io.ticketing.auth.forgotten;

import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.link.MailedLinks;
import io.ticketing.auth.link.NewLink;
import io.ticketing.auth.user.PendingLink;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.PasswordResetRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Works a request off: whoever has that address, and whose account is active, gets a link. Doing so again changes nothing. */
@ApplicationScoped
class MailingResetLink {

    private final Users users;
    private final ForgottenPasswords requests;
    private final MailedLinks links;
    private final AuditLog audit;
    private final Clock clock;

    MailingResetLink(Users users, ForgottenPasswords requests, MailedLinks links, AuditLog audit, Clock clock) {
        this.users = users;
        this.requests = requests;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    void workOff(ForgottenPassword request) {
        NewLink link = links.toReset(request.id());
        Optional<User> user = whoNeeds(link, request.email());
        while (user.isPresent() && !send(user.get(), link, request)) {
            user = whoNeeds(link, request.email());
        }
        requests.remove(request);
    }

    private Optional<User> whoNeeds(NewLink link, String email) {
        return users.findByEmail(email).filter(User::isActive).filter(user -> !isOut(link, user));
    }

    private static boolean isOut(NewLink link, User user) {
        PendingLink pending = user.credentials().passwordReset();
        return pending != null && pending.tokenHash().equals(link.kept().tokenHash());
    }

    /** False when somebody else changed the user meanwhile. */
    private boolean send(User user, NewLink link, ForgottenPassword request) {
        return users.replace(
                user.change().passwordReset(link.kept()).at(clock.instant()),
                List.of(audit.done(AuditedAction.PASSWORD_RESET_REQUESTED, null, user.id())
                        .from(request.from())),
                new PasswordResetRequested(user.id(), link.told()));
    }
}
