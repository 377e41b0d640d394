package io.ticketing.auth.forgotten;

import io.ticketing.auth.audit.AuditLog;
import io.ticketing.auth.audit.AuditedAction;
import io.ticketing.auth.link.MailedLinks;
import io.ticketing.auth.link.NewLink;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.PasswordResetRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Works a request off: whoever has that address, and whose account is active, gets a link. The request goes in the transaction that lets the
 * link work, so doing so again changes nothing, even when the link has been used.
 */
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
        NewLink link = links.toReset(request.id(), request.requestedAt());
        Optional<User> user = whoNeeds(link, request);
        while (user.isPresent() && !send(user.get(), link, request)) {
            user = whoNeeds(link, request);
        }
        requests.remove(request);
    }

    /** Nobody, once the request is worked off or the link would be too old. */
    private Optional<User> whoNeeds(NewLink link, ForgottenPassword request) {
        return requests.contain(request) && link.kept().isGoodAt(clock.instant())
                ? users.findByEmail(request.email()).filter(User::isActive)
                : Optional.empty();
    }

    /** False when somebody else changed the user meanwhile, or has worked the request off. */
    private boolean send(User user, NewLink link, ForgottenPassword request) {
        return users.replace(
                user.change().passwordReset(link.kept()).at(clock.instant()),
                List.of(audit.done(AuditedAction.PASSWORD_RESET_REQUESTED, null, user.id())
                        .from(request.from())),
                transaction -> requests.remove(transaction, request),
                new PasswordResetRequested(user.id(), link.told()));
    }
}
