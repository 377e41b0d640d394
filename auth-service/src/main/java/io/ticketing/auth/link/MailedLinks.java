package io.ticketing.auth.link;

import io.quarkus.runtime.Startup;
import io.ticketing.auth.user.PendingLink;
import io.ticketing.events.MailedLink;
import io.ticketing.web.link.LinkPurpose;
import io.ticketing.web.link.LinkTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Thinks up the links that are mailed. */
@ApplicationScoped
@Startup(10)
public class MailedLinks {

    private static final Duration PROOF_LIFE = Duration.ofHours(24);
    private static final Duration RESET_LIFE = Duration.ofHours(1);

    private final LinkTokens tokens;
    private final Clock clock;

    MailedLinks(LinkTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A link that proves an address; it works for 24 hours. */
    public NewLink toProve() {
        return link(
                LinkPurpose.EMAIL_PROOF,
                UUID.randomUUID().toString(),
                clock.instant().plus(PROOF_LIFE));
    }

    /** The link that lets set a new password; it works for an hour from the request on. The same request makes the same link. */
    public NewLink toReset(String id, Instant requestedAt) {
        return link(LinkPurpose.PASSWORD_RESET, id, requestedAt.plus(RESET_LIFE));
    }

    private NewLink link(LinkPurpose purpose, String id, Instant end) {
        Instant expiresAt = end.truncatedTo(ChronoUnit.MILLIS);
        return new NewLink(
                new PendingLink(LinkTokens.hash(tokens.token(purpose, id)), expiresAt), new MailedLink(id, expiresAt));
    }
}
