package io.ticketing.web.caller;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;

/** The caller of the current request. */
@RequestScoped
public class CurrentCaller {

    static final String ATTRIBUTE = "caller";
    static final String CLAIMS = "claims";

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    CurrentCaller(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** Whether it was the session cookie, and no token of the request's own, that let the caller in. */
    public boolean isBySession() {
        return SessionCookie.letIn(request.getCurrent());
    }

    /**
     * Who calls.
     *
     * @throws ProblemException 401 when nobody is signed in
     */
    public Caller get() {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        if (caller == null) {
            throw new ProblemException(Failure.unauthorized());
        }
        return caller;
    }

    /**
     * What the caller's token says, to be judged again later ({@link StandingRule}).
     *
     * @throws ProblemException 401 when nobody is signed in
     */
    public Claims claims() {
        Claims claims = identity.getAttribute(CLAIMS);
        if (claims == null) {
            throw new ProblemException(Failure.unauthorized());
        }
        return claims;
    }
}
